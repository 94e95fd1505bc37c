import Text

/// The seal of one line, correct or not.
struct LineSeal {
  /// The digits in the place of the seal; nil if there are other characters.
  let digits: Seal?
  /// The seal of a line with correct syntax around it.
  let written: Seal?
  /// True if the line was written without a seal.
  let isMissing: Bool
  /// The bytes from which the seal is computed; nil for a line too short for one.
  private let message: [UInt8]?

  /// - Parameter line: the line without its line ending.
  init(_ line: ArraySlice<UInt8>, _ place: SealPlace) {
    let bytes = Array(line)
    let start = place.digits(of: 0..<bytes.count)
    digits = start.flatMap { Seal(bytes.span.bytes, at: $0) }
    let isWritten =
      start.map { place.isWritten(around: $0, in: bytes.span.bytes, 0..<bytes.count) } ?? false
    written = isWritten ? digits : nil
    isMissing = written == nil && place.isMissing(in: line)
    if isMissing {
      var opened: [UInt8] = []
      place.appendOpened(line, to: &opened)
      message = opened
    } else {
      message = start.map { Array(bytes[..<$0]) }
    }
  }

  /// The seal that the line should have after the one above it; nil for a line too short for one.
  func computed(after above: Seal?) -> Seal? {
    message.map { Seal(of: $0.span.bytes, after: above) }
  }

  /// True if the line's own seal is correct after the one above it.
  func follows(_ above: Seal?) -> Bool { written != nil && computed(after: above) == written }
}
