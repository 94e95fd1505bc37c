import Text

/// The result of verifying the seals in one piece of a store file by itself.
///
/// Each line is checked against the seal above it. Lines that do not follow from it, and lines with
/// no seal above them in the piece, are kept for `SealWalk`, which knows the lines before the
/// piece.
struct SealPiece: Sendable {
  /// A line to be checked again.
  struct DoubtfulLine: Sendable {
    /// The number of the line in the piece, from 1.
    var number: Int
    /// The range of the line in `bytes`, without its line ending.
    var range: Range<Int>
    /// The nearest seal above the line in the piece; nil if there is none.
    var above: Seal?
  }

  private(set) var lineCount = 0
  private(set) var doubtful: [DoubtfulLine] = []
  /// The bytes of the doubtful lines.
  private(set) var bytes: [UInt8] = []
  /// The seal of the last line that has one; nil if there is none.
  private(set) var last: Seal?
  /// The noted seals that belong to lines without doubt.
  private(set) var found: Set<Seal> = []

  /// Verifies the whole lines at `lines`.
  /// - Parameter noted: the seals to look for.
  init(_ buffer: [UInt8], _ lines: Range<Int>, _ place: SealPlace, noted: Set<Seal>) {
    var position = lines.lowerBound
    while position < lines.upperBound {
      let end = ByteSearch.first(Self.lineEnd, in: buffer, position..<lines.upperBound)
      let line = position..<(end ?? lines.upperBound)
      lineCount += 1
      let followed = Self.followingSeal(of: line, in: buffer.span.bytes, place, above: last)
      if let seal = followed, !place.mayBeAboutFile(buffer.span.bytes, line) {
        last = seal
        if !noted.isEmpty, noted.contains(seal) { found.insert(seal) }
      } else {
        doubt(line, in: buffer, place)
      }
      position = line.upperBound + 1
    }
  }

  private static let lineEnd = [ASCII.lineFeed]

  /// The seal of a line that follows from the one above; nil for any other line.
  @inline(__always)
  private static func followingSeal(
    of line: Range<Int>, in bytes: RawSpan, _ place: SealPlace, above: Seal?
  ) -> Seal? {
    guard let above, let digits = place.digits(of: line) else { return nil }
    let seal = Seal(of: bytes.extracting(line.lowerBound..<digits), after: above)
    guard seal == Seal(unchecked: bytes, at: digits),
      place.isWritten(around: digits, in: bytes, line)
    else { return nil }
    return seal
  }

  private mutating func doubt(_ line: Range<Int>, in buffer: [UInt8], _ place: SealPlace) {
    let start = bytes.count
    bytes += buffer[line]
    doubtful.append(DoubtfulLine(number: lineCount, range: start..<bytes.count, above: last))
    last = LineSeal(buffer[line], place).written ?? last
  }
}
