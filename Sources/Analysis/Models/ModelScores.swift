import Statistics

/// Everybody's scores of one instrument that count, as mixed models take them.
struct ModelScores: Sendable {
  /// For each timepoint of the program, each participant's score; NaN where there is none.
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

  /// The timepoints at which anybody of a group, or of all, is scored.
  func scoredTimepoints(group number: Int? = nil) -> [Int] {
    columns.indices.filter { timepoint in
      columns[timepoint].indices.contains {
        columns[timepoint][$0].isFinite && (number == nil || group[$0] == Int32(number ?? 0))
      }
    }
  }

  /// For each participant, whether there is a score at any of some timepoints.
  func isScored(atAnyOf timepoints: [Int]) -> [Bool] {
    group.indices.map { participant in
      timepoints.contains { columns[$0][participant].isFinite }
    }
  }

  /// How many scores there are.
  func count() -> Int {
    columns.reduce(0) { $0 + $1.count(where: \.isFinite) }
  }

  /// How many of them there are at some timepoints in some groups.
  func count(timepoints: [Int], groups: [Int]) -> Int {
    let kept = Set(groups.map(Int32.init))
    return timepoints.reduce(0) { count, timepoint in
      count + zip(columns[timepoint], group).count { $0.isFinite && kept.contains($1) }
    }
  }

  /// All that a model has to know of some timepoints and groups, which are numbered as they are
  /// given; others are left out.
  func statistics(timepoints: [Int], groups: [Int]) -> PatternStatistics {
    // Those not meant have no scores here.
    guard isGrouped else { return PatternStatistics(columns: timepoints.map { columns[$0] }) }
    let numbers = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { (Int32($1), $0) })
    let meant = group.indices.filter { numbers[group[$0]] != nil }
    return PatternStatistics(
      columns: timepoints.map { timepoint in meant.map { columns[timepoint][$0] } },
      groups: meant.map { numbers[group[$0]] ?? 0 }, numberOfGroups: groups.count)
  }
}
