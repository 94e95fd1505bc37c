import Text

/// Reads answers as written in the file: codes separated by one space, with `.` for a missing one.
struct AnswerReader {
  /// The value for an item that was not answered; codes are never negative.
  static let missing = -1

  private var offset: Int
  private let end: Int
  private var isBroken = false

  /// Creates a reader of the answers at `range`, which must not be empty.
  init(range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  /// True if every answer was read and there was nothing else.
  var isAtEnd: Bool { offset > end && !isBroken }

  /// The next answer; nil at the end, and at anything that is not an answer.
  @inline(__always)
  mutating func next(_ bytes: RawSpan) -> Int? {
    guard offset < end, !isBroken else { return nil }
    let start = offset
    var code = 0
    while offset < end {
      let byte = bytes.byte(at: offset)
      if byte == ASCII.space { break }
      if case ASCII.zero...ASCII.nine = byte, code < Self.largestCode {
        code = code * 10 + Int(byte - ASCII.zero)
      } else if byte == ASCII.dot, offset == start,
        offset + 1 == end || bytes.byte(at: offset + 1) == ASCII.space
      {
        code = Self.missing
      } else {
        isBroken = true
        return nil
      }
      offset += 1
    }
    isBroken = offset == start
    offset += 1
    return isBroken ? nil : code
  }

  /// Codes of answers are small; a larger number is a typing error.
  private static let largestCode = 10_000
}
