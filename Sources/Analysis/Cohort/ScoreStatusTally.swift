/// Counts each combination of a group, a baseline score and a status. All results for a timepoint
/// are computed from these counts, so that each participant is examined once.
struct ScoreStatusTally: Sendable {
  /// The number of distinct scores.
  private let codes: Int
  /// A count for each combination, if there are few: questionnaires have dozens of scores.
  private var dense: [Int]
  /// The combinations in the data, if there are too many for a full table.
  private var sparse: [Int: Int] = [:]

  /// The largest number of counts in a full table.
  private static let largestTable = 1 << 18

  /// - Parameters:
  ///   - codes: the number of distinct scores.
  ///   - groups: the number of groups counted at the same time; there may be thousands.
  init(codes: Int, groups: Int) {
    self.codes = codes
    let combinations = groups * (codes + 1) * ScoreStatus.codes(scores: codes)
    dense = combinations <= Self.largestTable ? Array(repeating: 0, count: combinations) : []
  }

  /// Counts all participants who are in a group.
  ///
  /// - Parameters:
  ///   - groups: each participant's group, or `SelectedCohort.none`.
  ///   - baseline: each participant's baseline score by its number, or `TimepointCounts.noScore`.
  ///   - status: the status of a participant.
  @inline(__always)
  mutating func count(
    groups: [Int32], baseline: [Int32], status: (Int) -> ScoreStatus
  ) {
    let (baselines, statuses) = (codes + 1, ScoreStatus.codes(scores: codes))
    func combination(_ participant: Int) -> Int {
      let row = Int(groups[participant]) * baselines + Int(baseline[participant]) + 1
      return row * statuses + status(participant).code
    }
    guard !dense.isEmpty else {
      for participant in groups.indices where groups[participant] != SelectedCohort.none {
        sparse[combination(participant), default: 0] += 1
      }
      return
    }
    for participant in groups.indices where groups[participant] != SelectedCohort.none {
      dense[combination(participant)] += 1
    }
  }

  /// Calls `body` for each combination in the data, with its count.
  func forEach(_ body: (_ group: Int, _ baseline: Int32, ScoreStatus, _ times: Int) -> Void) {
    let (baselines, statuses) = (codes + 1, ScoreStatus.codes(scores: codes))
    func report(_ combination: Int, _ times: Int) {
      let row = combination / statuses
      body(
        row / baselines, Int32(row % baselines - 1), ScoreStatus(code: combination % statuses),
        times)
    }
    for (combination, times) in sparse { report(combination, times) }
    for combination in dense.indices where dense[combination] > 0 {
      report(combination, dense[combination])
    }
  }
}

extension ScoreStatus {
  /// The number of codes for this many distinct scores.
  fileprivate static func codes(scores: Int) -> Int { unscored.count + 2 * scores }

  /// A small number for each status: first those without a score, then two for each score.
  @inline(__always)
  fileprivate var code: Int {
    switch self {
    case .notScorable: 0
    case .outsideWindow: 1
    case .withdrawn: 2
    case .notDue: 3
    case .notAssessed: 4
    case .skipped: 5
    case .scored(let score, let inWindow): 6 + 2 * Int(score) + (inWindow ? 1 : 0)
    }
  }

  /// The status with this code.
  fileprivate init(code: Int) {
    let scored = code - Self.unscored.count
    self =
      scored < 0
      ? Self.unscored[code] : .scored(Int32(scored / 2), inWindow: scored % 2 == 1)
  }

  /// The statuses without a score, in the order of their codes.
  private static let unscored: [ScoreStatus] = [
    .notScorable, .outsideWindow, .withdrawn, .notDue, .notAssessed, .skipped,
  ]
}
