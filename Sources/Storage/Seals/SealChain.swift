import Text

/// Seals lines one after the other, each chained to the one above.
package struct SealChain: Sendable {
  private let place: SealPlace
  /// The seal of the last line; nil before the first of a file.
  package private(set) var last: Seal?

  /// - Parameter last: the seal that the next line is chained to; nil for the first line of a file.
  package init(_ format: LineFormat, after last: Seal? = nil) {
    place = SealPlace(format)
    self.last = last
  }

  /// Returns the lines with their seals.
  /// - Parameter lines: lines without seals as `LineWriter` writes them, each with its line ending.
  package mutating func sealed(_ lines: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.count + lines.count / 2)
    var position = 0
    while position < lines.count {
      let end = LineScanner.endOfLine(in: lines, from: position)
      let start = bytes.count
      place.appendOpened(lines[position..<end - 1], to: &bytes)
      let seal = Seal(of: bytes.span.bytes.extracting(start..<bytes.count), after: last)
      seal.append(to: &bytes)
      bytes += place.closing
      bytes.append(ASCII.lineFeed)
      last = seal
      position = end
    }
    return bytes
  }
}
