import Text

/// Recognizes the responses that most lines hold, a word at a time: none missing, each of one digit that
/// its item allows. `AnswerReader` reads all others, and says what is wrong.
struct PlainAnswers: Sendable {
  /// Bytes of the text; −1 where an item has a code of more than one digit, and for no items.
  private let length: Int
  /// For each word of the text, the least and the most that each byte may be.
  private let bounds: [(least: UInt64, most: UInt64)]

  /// - Parameter codes: what each item may be answered with.
  init(codes: [ClosedRange<Int>]) {
    guard !codes.isEmpty, codes.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= 9 }) else {
      length = -1
      bounds = []
      return
    }
    length = 2 * codes.count - 1
    let least = codes.flatMap { [ASCII.zero + UInt8($0.lowerBound), ASCII.space] }.dropLast()
    let most = codes.flatMap { [ASCII.zero + UInt8($0.upperBound), ASCII.space] }.dropLast()
    bounds = zip(Self.words(least), Self.words(most)).map { ($0, $1) }
  }

  /// Whether such responses, one for each item, stand at `range`.
  @inline(__always)
  func areAllAnswered(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    guard range.count == length else { return false }
    var offset = range.lowerBound
    for bound in bounds {
      let word = ByteWord.load(
        bytes, at: offset, count: min(range.upperBound - offset, ByteWord.size))
      guard ByteWord.between(bound.least, bound.most, word) == ByteWord.repeating(0x80) else {
        return false
      }
      offset += ByteWord.size
    }
    return true
  }

  /// The bytes as words, the last one filled up with zeros.
  private static func words(_ bytes: some Collection<UInt8>) -> [UInt64] {
    let padded = Array(bytes) + [UInt8](repeating: 0, count: ByteWord.size)
    return stride(from: 0, to: bytes.count, by: ByteWord.size).map {
      ByteWord.load(padded.span.bytes, at: $0, count: min(bytes.count - $0, ByteWord.size))
    }
  }
}
