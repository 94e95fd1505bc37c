/// The lines of a file's history with which a person accepted lines that are not properly sealed.
struct SealAcceptances: Sendable {
  /// Such a line, which is itself properly sealed.
  struct Line: Sendable {
    /// The number of the line in the file.
    var number: Int
    var text: String
    /// The digest of the lines that it accepts.
    var accepted: Seal
    /// The digest by which the line could itself be accepted.
    var digest: Seal
  }

  private var lines: [Line] = []

  /// Adds the next such line.
  mutating func add(_ line: Line) { lines.append(line) }

  /// Returns the faults of lines that accept lines no longer in the file.
  func faults(without known: [SealFault]) -> [SealFault] {
    let digests = Set(known.map(\.digest) + lines.map(\.digest))
    return lines.filter { !digests.contains($0.accepted) }.map {
      SealFault(
        kind: .acceptedLinesGone, lines: $0.number...$0.number, text: $0.text, digest: $0.digest)
    }
  }

  /// True if a line further down accepts the fault.
  func accept(_ fault: SealFault) -> Bool {
    lines.contains { $0.accepted == fault.digest && $0.number > fault.lines.upperBound }
  }
}
