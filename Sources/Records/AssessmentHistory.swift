import Instruments

extension Assessment {
  /// Whether both lines are about the same timepoint and instrument of the same participant.
  package func hasSameKey(as other: Assessment) -> Bool {
    participant == other.participant && timepoint == other.timepoint
      && instrument == other.instrument
  }

  /// The assessments that count: of each key the last line, unless it is void; in the order in which
  /// the keys first came.
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
}
