import Text

/// Recognizes the most common answers one word at a time: none missing, and each a single digit
/// that its item allows. `AnswerReader` reads all others and finds what is wrong with them.
struct PlainAnswers: Sendable {
  /// The bytes of the text; −1 if an item has a code of more than one digit, or if there are no
  /// items.
  let length: Int
  /// Bounds for one word of the text: the least and the greatest value of each byte, and a mask of
  /// the bytes that belong to the text.
  private struct Bounds {
    let least: UInt64
    let most: UInt64
    let mask: UInt64
  }
  private let bounds: [Bounds]

  /// - Parameter codes: the allowed codes of each item.
  init(codes: [ClosedRange<Int>]) {
    guard !codes.isEmpty, codes.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= 9 }) else {
      length = -1
      bounds = []
      return
    }
    length = 2 * codes.count - 1
    let least = codes.flatMap { [ASCII.zero + UInt8($0.lowerBound), ASCII.space] }.dropLast()
    let most = codes.flatMap { [ASCII.zero + UInt8($0.upperBound), ASCII.space] }.dropLast()
    let masks = Self.words(least.map { _ in .max })
    bounds = zip(zip(Self.words(least), Self.words(most)), masks).map {
      Bounds(least: $0.0, most: $0.1, mask: $1)
    }
  }

  /// True if `range` contains such answers, one for each item.
  @inline(__always)
  func areAllAnswered(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    range.count == length && areAllAnswered(bytes, at: range.lowerBound)
  }

  /// True if such answers, one for each item, start at `start`.
  @inline(__always)
  func areAllAnswered(_ bytes: RawSpan, at start: Int) -> Bool {
    var offset = start
    for bounds in bounds {
      let word = ByteWord.load(bytes, at: offset) & bounds.mask
      guard ByteWord.between(bounds.least, bounds.most, word) == ByteWord.repeating(0x80) else {
        return false
      }
      offset += ByteWord.size
    }
    return length > 0
  }

  /// The bytes as words; the last word is padded with zeros.
  private static func words(_ bytes: some Collection<UInt8>) -> [UInt64] {
    let padded = Array(bytes) + [UInt8](repeating: 0, count: ByteWord.size)
    return stride(from: 0, to: bytes.count, by: ByteWord.size).map {
      ByteWord.load(padded.span.bytes, at: $0, count: min(bytes.count - $0, ByteWord.size))
    }
  }
}
