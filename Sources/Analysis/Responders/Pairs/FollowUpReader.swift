/// Determines each participant's status at the follow-up with which the baseline is compared.
struct FollowUpReader {
  /// A reader for each timepoint that may be the follow-up, in the program's order; not empty.
  private let readers: [ScoreStatusReader]
  /// The positions of these timepoints in the program.
  private let positions: [Int]

  init(_ cohort: SelectedCohort, instrument: Int, _ choice: FollowUpChoice) {
    positions =
      switch choice {
      case .timepoint(let position): [position]
      case .lastOfEach: Array(cohort.table.program.timepoints.indices.dropFirst())
      }
    readers = positions.map { ScoreStatusReader(cohort, instrument: instrument, timepoint: $0) }
  }

  /// The status at the last timepoint at which a participant is scored, or for a participant
  /// without a score, at the last timepoint of all; with the position of that timepoint.
  func status(of participant: Int) -> (status: ScoreStatus, timepoint: Int) {
    for (reader, position) in zip(readers, positions).reversed() {
      let status = reader.status(of: participant)
      if status.score != nil || readers.count == 1 { return (status, position) }
    }
    return (readers[readers.count - 1].status(of: participant), positions[positions.count - 1])
  }
}
