import Instruments

extension Assessment {
  /// True if both lines are about the same participant, timepoint and instrument.
  package func hasSameKey(as other: Assessment) -> Bool {
    participant == other.participant && timepoint == other.timepoint
      && instrument == other.instrument
  }

  /// The moment when the line was first recorded: a form that was moved, renamed, merged or brought
  /// back is recorded again, and its answers are no newer for it.
  package var firstRecordedAt: Timestamp {
    EntryStamp.firstRecorded(reason, recordedAt: recordedAt)
  }

  /// Returns the assessments that count: the last line of each key that changes the score, unless
  /// it is a void, in the order in which the keys first appeared.
  package static func latest(_ history: [Assessment]) -> [Assessment] {
    var latest: [Assessment] = []
    for line in history where line.action.changesScore {
      if let position = latest.firstIndex(where: line.hasSameKey) {
        latest[position] = line
      } else {
        latest.append(line)
      }
    }
    return latest.filter { $0.action != .void }
  }

  /// Returns the lines that say why there is no assessment: the last line of each key that is a
  /// skip, unless a record, correction or void follows it or an assessment counts.
  package static func skipped(_ history: [Assessment]) -> [Assessment] {
    var skipped: [Assessment] = []
    for (index, line) in history.enumerated() where line.action == .skip {
      let rest = history[(index + 1)...].filter(line.hasSameKey)
      let isReplaced = rest.contains { $0.action.changesScore || $0.action == .skip }
      let isScored = latest(Array(history[..<index])).contains(where: line.hasSameKey)
      if !isReplaced, !isScored { skipped.append(line) }
    }
    return skipped
  }

  /// Returns the attention needed for one timepoint and instrument after all its lines.
  /// - Parameter lines: every line of that key, in the order of the file.
  /// - Returns: nil if no assessment counts.
  package static func attention(after lines: [Assessment], _ instrument: Instrument) -> Attention? {
    lines.filter(\.action.changesScore).reduce(nil) { earlier, line in
      guard line.action != .void else { return nil }
      let now = instrument.attention(answers: line.answers)
      return earlier.map(now.following) ?? now
    }
  }
}
