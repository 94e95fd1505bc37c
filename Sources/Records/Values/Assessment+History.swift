import Instruments

extension Assessment {
  /// True if both lines are about the same participant, timepoint and instrument.
  package func hasSameKey(as other: Assessment) -> Bool {
    participant == other.participant && timepoint == other.timepoint
      && instrument == other.instrument
  }

  /// Returns the assessments that count: the last line of each key, unless it is a void, in the
  /// order in which the keys first appeared.
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

  /// Returns the attention needed for one timepoint and instrument after all its lines.
  /// - Parameter lines: every line of that key, in the order of the file.
  /// - Returns: nil if no assessment counts.
  package static func attention(after lines: [Assessment], _ instrument: Instrument) -> Attention? {
    lines.reduce(nil) { earlier, line in
      guard line.action != .void else { return nil }
      let now = instrument.attention(answers: line.answers)
      return earlier.map(now.following) ?? now
    }
  }
}
