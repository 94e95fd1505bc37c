import Text

/// The code of a participant in a program, such as `P001`; never a name.
package struct ParticipantID: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  package let rawValue: String

  /// Creates an id; nil if `problem(with:)` finds a problem.
  package init?(rawValue: String) {
    guard Self.problem(with: rawValue) == nil else { return nil }
    self.rawValue = rawValue
  }

  /// The id in `bytes`, which `isValid` must have accepted.
  init(valid bytes: ArraySlice<UInt8>) {
    rawValue = String(decoding: bytes, as: UTF8.self)
  }

  package var description: String { rawValue }

  // Ids are compared by bytes, as in the files and tables, not by canonical equivalence.

  package static func == (left: ParticipantID, right: ParticipantID) -> Bool {
    left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in rawValue.utf8 { hasher.combine(byte) }
  }

  package static func < (left: ParticipantID, right: ParticipantID) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }

  /// The maximum length of an id, in bytes of UTF-8.
  package static let longest = 64

  /// The reason why `text` cannot be an id; nil if it can.
  package static func problem(with text: String) -> String? {
    if text.isEmpty { return "an id must not be empty" }
    if text.utf8.count > longest { return "an id can have at most \(longest) bytes" }
    let separators = ",;\"'/\\"
    if text.unicodeScalars.contains(where: {
      $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F
        || separators.unicodeScalars.contains($0)
    }) {
      return "an id cannot contain spaces, commas, semicolons, quotation marks or slashes"
    }
    if let first = text.unicodeScalars.first, "=+-@.".unicodeScalars.contains(first) {
      return "an id cannot start with “\(first)”"
    }
    return nil
  }

  /// The reason why `text` cannot be the id of a new participant; nil if it can. Older stores may
  /// have ids with invisible characters, which can still be read.
  package static func problem(withNew text: String) -> String? {
    if let problem = problem(with: text) { return problem }
    if text.hasPrefix(Erasure.prefix) {
      return "ids that start with “\(Erasure.prefix)” are for participants who were erased"
    }
    guard let scalar = text.unicodeScalars.first(where: LookAlike.isInvisible) else { return nil }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "an id cannot contain invisible characters, such as U+"
      + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  /// True if the bytes at `range` are an id; spare bytes must follow. Letters, digits, `-` and `_`
  /// are checked one word at a time, because nearly every id consists of them.
  @inline(__always)
  static func isValid(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    isPlain(bytes, range) || problem(with: text(bytes, range)) == nil
  }

  @inline(__always)
  private static func isPlain(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    guard 1...longest ~= range.count, bytes.byte(at: range.lowerBound) != ASCII.minus else {
      return false
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = min(range.upperBound - offset, ByteWord.size)
      // Bytes beyond the id are replaced with zeros.
      let rest = count == ByteWord.size ? 0 : ByteWord.repeating(ASCII.zero) << UInt64(8 * count)
      let word = ByteWord.load(bytes, at: offset, count: count) | rest
      guard plain(word) == ByteWord.repeating(0x80) else { return false }
      offset += ByteWord.size
    }
    return true
  }

  /// Marks the bytes that are letters, digits, `-` or `_`.
  @inline(__always)
  private static func plain(_ word: UInt64) -> UInt64 {
    func between(_ least: UInt8, _ most: UInt8, _ word: UInt64) -> UInt64 {
      ByteWord.between(ByteWord.repeating(least), ByteWord.repeating(most), word)
    }
    // Capital and small letters differ in one bit.
    let small = word | ByteWord.repeating(0x20)
    return between(UInt8(ascii: "a"), UInt8(ascii: "z"), small)
      | between(ASCII.zero, ASCII.nine, word)
      | between(ASCII.minus, ASCII.minus, word)
      | between(UInt8(ascii: "_"), UInt8(ascii: "_"), word)
  }

  private static func text(_ bytes: RawSpan, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    for offset in range { copy.append(bytes.byte(at: offset)) }
    return String(decoding: copy, as: UTF8.self)
  }
}
