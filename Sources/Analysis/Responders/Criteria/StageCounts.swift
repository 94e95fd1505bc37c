/// The number of participants who reached each of several stages.
struct StageCounts<Stage>: Sendable, Equatable where Stage: CaseIterable & Hashable & Sendable {
  /// The counts, in the order of all stages.
  private var counts = [Int](repeating: 0, count: Stage.allCases.count)

  init() {}

  /// - Parameter positions: the position of each stage among all.
  mutating func add(_ stage: Stage, _ positions: [Stage: Int]) {
    if let position = positions[stage] { counts[position] += 1 }
  }

  /// The position of each stage among all.
  static var positions: [Stage: Int] {
    Dictionary(uniqueKeysWithValues: zip(Stage.allCases, 0...))
  }

  /// The number of participants at the stages that meet a condition.
  func count(_ condition: (Stage) -> Bool) -> Int {
    zip(Stage.allCases, counts).reduce(0) { $0 + (condition($1.0) ? $1.1 : 0) }
  }
}

extension SelectedCohort {
  /// The stages of each group, in the order of the groups.
  ///
  /// - Parameter stage: the stage of a participant.
  func stages<Stage>(_ stage: (Int) -> Stage) -> [StageCounts<Stage>] {
    let positions = StageCounts<Stage>.positions
    var counts = groups.map { _ in StageCounts<Stage>() }
    for participant in group.indices where group[participant] != Self.none {
      counts[Int(group[participant])].add(stage(participant), positions)
    }
    return counts
  }
}
