/// Tells where each participant stands at the follow-up that a baseline is compared with.
struct FollowUpReader {
  /// One for each timepoint that may be the follow-up, in the program's order; not empty.
  private let readers: [StandingReader]
  /// The positions of these timepoints in the program.
  private let positions: [Int]

  init(_ cohort: SelectedCohort, instrument: Int, _ choice: FollowUpChoice) {
    positions =
      switch choice {
      case .timepoint(let position): [position]
      case .lastOfEach: Array(cohort.table.program.timepoints.indices.dropFirst())
      }
    readers = positions.map { StandingReader(cohort, instrument: instrument, timepoint: $0) }
  }

  /// The standing at the last of the timepoints at which a participant is scored, or without a
  /// score at the last of all; with the position of that timepoint.
  func standing(of participant: Int) -> (standing: Standing, timepoint: Int) {
    for (reader, position) in zip(readers, positions).reversed() {
      let standing = reader.standing(of: participant)
      if standing.score != nil || readers.count == 1 { return (standing, position) }
    }
    return (readers[readers.count - 1].standing(of: participant), positions[positions.count - 1])
  }
}
