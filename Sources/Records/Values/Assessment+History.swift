import Instruments

extension Assessment {
  /// Whether both lines are about the same timepoint and instrument of the same participant.
  package func hasSameKey(as other: Assessment) -> Bool {
    participant == other.participant && timepoint == other.timepoint
      && instrument == other.instrument
  }

  /// The assessments that count: of each key the last line, unless it is void; in the order in
  /// which the keys first came.
  package static func latest(_ history: [Assessment]) -> [Assessment] {
    var latest: [Assessment] = []
    for line in history {
      if let position = latest.firstIndex(where: line.hasSameKey) {
        latest[position] = line
      } else {
        latest.append(line)
      }
    }
    return latest.filter { $0.action != .void }
  }

  /// What is known of the risk items of one timepoint and instrument after its lines.
  /// - Parameter lines: every line of that key, in the order of the file.
  /// - Returns: nil where nothing counts.
  package static func attention(after lines: [Assessment], _ instrument: Instrument) -> Attention? {
    lines.reduce(nil) { earlier, line in
      guard line.action != .void else { return nil }
      let now = instrument.attention(answers: line.answers)
      return earlier.map(now.following) ?? now
    }
  }
}
