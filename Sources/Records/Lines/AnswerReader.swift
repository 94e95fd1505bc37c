import Text

/// Reads item responses as they stand in the file: codes separated by one space, `.` for a missing
/// one.
struct AnswerReader {
  /// What stands for an item that was not answered; no code is negative.
  static let missing = -1

  private var offset: Int
  private let end: Int
  private var isBroken = false

  /// A reader of the responses at `range`, which is not empty.
  init(range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Whether every response was read and nothing else stood there.
  var isAtEnd: Bool { offset > end && !isBroken }

  /// The next response, or nil at the end and at anything that is none.
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

  /// Codes of answers are small; what is larger is a slip of the pen.
  private static let largestCode = 10_000
}
