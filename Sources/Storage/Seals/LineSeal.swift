import Text

/// What one line says about its seal, whether it is right or not.
struct LineSeal {
  /// The digits where the seal belongs; nil where other characters stand there.
  let digits: Seal?
  /// The seal of a line that is written as it should be.
  let written: Seal?
  /// Whether the line was written without a seal.
  let isMissing: Bool
  /// What the seal is computed from; nil for a line too short to hold one.
  private let message: [UInt8]?

  /// - Parameter line: the line without its line end.
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

  /// The seal that the line has after the one above it; nil for a line too short to hold one.
  func computed(after above: Seal?) -> Seal? {
    message.map { Seal(of: $0.span.bytes, after: above) }
  }

  /// Whether the line's own seal is right after the one above it.
  func follows(_ above: Seal?) -> Bool { written != nil && computed(after: above) == written }
}
