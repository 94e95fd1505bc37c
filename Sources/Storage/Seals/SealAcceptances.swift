/// The lines of a file's history with which a person accepted what is not sealed as it should be.
struct SealAcceptances: Sendable {
  /// One such line, itself rightly sealed.
  struct Line: Sendable {
    /// Its number in the file.
    var number: Int
    var text: String
    /// The digest of the lines that it accepts.
    var accepted: Seal
    /// What it would be known by if it were accepted itself.
    var digest: Seal
  }

  private var lines: [Line] = []

  /// Takes the next such line.
  mutating func add(_ line: Line) { lines.append(line) }

  /// The faults of lines that accept what is not in the file.
  func faults(without known: [SealFault]) -> [SealFault] {
    let digests = Set(known.map(\.digest) + lines.map(\.digest))
    return lines.filter { !digests.contains($0.accepted) }.map {
      SealFault(
        kind: .acceptedLinesGone, lines: $0.number...$0.number, text: $0.text, digest: $0.digest)
    }
  }

  /// Whether a line further down accepts the fault.
  func accept(_ fault: SealFault) -> Bool {
    lines.contains { $0.accepted == fault.digest && $0.number > fault.lines.upperBound }
  }
}
