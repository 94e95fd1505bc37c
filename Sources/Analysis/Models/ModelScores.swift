import Statistics

/// All scores of one instrument that count, in the form that mixed models take.
struct ModelScores: Sendable {
  /// For each timepoint of the program, each participant's score; NaN if there is none.
  private let columns: [[Double]]
  /// Each participant's group.
  private let group: [Int32]
  private let isGrouped: Bool

  init(_ cohort: SelectedCohort, instrument: Int) {
    group = cohort.group
    isGrouped = cohort.groups.count > 1
    let values = cohort.table.scoreValues
    columns = cohort.table.program.timepoints.indices.map { timepoint in
      let reader = ScoreStatusReader(cohort, instrument: instrument, timepoint: timepoint)
      return cohort.group.indices.map { participant in
        guard cohort.group[participant] != SelectedCohort.none,
          case .scored(let score, _) = reader.status(of: participant)
        else { return .nan }
        return values[Int(score)]
      }
    }
  }

  /// The timepoints at which any participant of a group, or of all, is scored.
  func scoredTimepoints(group number: Int? = nil) -> [Int] {
    columns.indices.filter { timepoint in
      columns[timepoint].indices.contains {
        columns[timepoint][$0].isFinite && (number == nil || group[$0] == Int32(number ?? 0))
      }
    }
  }

  /// For each participant, true if there is a score at any of some timepoints.
  func isScored(atAnyOf timepoints: [Int]) -> [Bool] {
    group.indices.map { participant in
      timepoints.contains { columns[$0][participant].isFinite }
    }
  }

  /// The number of scores.
  func count() -> Int {
    columns.reduce(0) { $0 + $1.count(where: \.isFinite) }
  }

  /// The number of scores at some timepoints in some groups.
  func count(timepoints: [Int], groups: [Int]) -> Int {
    let kept = Set(groups.map(Int32.init))
    return timepoints.reduce(0) { count, timepoint in
      count + zip(columns[timepoint], group).count { $0.isFinite && kept.contains($1) }
    }
  }

  /// The statistics for some timepoints and groups, numbered in the order given; others are left
  /// out.
  func statistics(timepoints: [Int], groups: [Int]) -> PatternStatistics {
    // Participants who are not selected have no scores here.
    guard isGrouped else { return PatternStatistics(columns: timepoints.map { columns[$0] }) }
    let numbers = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { (Int32($1), $0) })
    let meant = group.indices.filter { numbers[group[$0]] != nil }
    return PatternStatistics(
      columns: timepoints.map { timepoint in meant.map { columns[timepoint][$0] } },
      groups: meant.map { numbers[group[$0]] ?? 0 }, numberOfGroups: groups.count)
  }
}
