import Statistics

/// Everybody's scores of one instrument that count, as mixed models take them.
struct ModelScores: Sendable {
  /// For each timepoint of the program, each participant's score; NaN where there is none.
  private let columns: [[Double]]
  /// Each participant's group.
  private let group: [Int32]

  init(_ cohort: SelectedCohort, instrument: Int) {
    group = cohort.group
    let values = cohort.table.scoreValues
    columns = cohort.table.program.timepoints.indices.map { timepoint in
      let reader = StandingReader(cohort, instrument: instrument, timepoint: timepoint)
      return cohort.group.indices.map { participant in
        guard cohort.group[participant] != SelectedCohort.none,
          case .scored(let score, _) = reader.standing(of: participant)
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

  /// All that a model has to know of some timepoints, with everybody in one group.
  func statistics(timepoints: [Int]) -> PatternStatistics {
    PatternStatistics(columns: timepoints.map { columns[$0] })
  }

  /// The same with several groups, numbered as they are given; others are left out.
  func statistics(timepoints: [Int], groups: [Int]) -> PatternStatistics {
    let numbers = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { (Int32($1), $0) })
    let meant = group.indices.filter { numbers[group[$0]] != nil }
    return PatternStatistics(
      columns: timepoints.map { timepoint in meant.map { columns[timepoint][$0] } },
      groups: meant.map { numbers[group[$0]] ?? 0 }, numberOfGroups: groups.count)
  }
}
