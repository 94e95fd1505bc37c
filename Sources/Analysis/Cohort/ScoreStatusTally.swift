/// Counts how often each combination of a group, a baseline score and a status occurs: everything
/// that is said of a timepoint follows from these counts, so that each participant is looked at
/// once.
struct ScoreStatusTally: Sendable {
  /// How many different scores there are.
  private let codes: Int
  /// One count a combination, where there are few: questionnaires have dozens of scores.
  private var dense: [Int]
  /// The combinations that occur, where there are so many that a full table would not fit.
  private var sparse: [Int: Int] = [:]

  /// How many counts a full table may have.
  private static let largestTable = 1 << 18

  /// - Parameters:
  ///   - codes: how many different scores there are.
  ///   - groups: how many groups are counted at the same time; there may be thousands.
  init(codes: Int, groups: Int) {
    self.codes = codes
    let combinations = groups * (codes + 1) * ScoreStatus.codes(scores: codes)
    dense = combinations <= Self.largestTable ? Array(repeating: 0, count: combinations) : []
  }

  /// Counts everybody who is in a group.
  /// - Parameters:
  ///   - groups: everybody's group, or `SelectedCohort.none`.
  ///   - baseline: everybody's baseline score by its number, or `TimepointCounts.noScore`.
  ///   - status: where a participant stands.
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

  /// Hands on each combination that occurs, and how often it does.
  func forEach(_ body: (_ group: Int, _ baseline: Int32, ScoreStatus, _ times: Int) -> Void) {
    let (baselines, statuses) = (codes + 1, ScoreStatus.codes(scores: codes))
    func handOn(_ combination: Int, _ times: Int) {
      let row = combination / statuses
      body(
        row / baselines, Int32(row % baselines - 1), ScoreStatus(code: combination % statuses),
        times)
    }
    for (combination, times) in sparse { handOn(combination, times) }
    for combination in dense.indices where dense[combination] > 0 {
      handOn(combination, dense[combination])
    }
  }
}

extension ScoreStatus {
  /// How many codes there are with so many different scores.
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
    case .scored(let score, let inWindow): 5 + 2 * Int(score) + (inWindow ? 1 : 0)
    }
  }

  /// The status that has this code.
  fileprivate init(code: Int) {
    let scored = code - Self.unscored.count
    self =
      scored < 0
      ? Self.unscored[code] : .scored(Int32(scored / 2), inWindow: scored % 2 == 1)
  }

  /// By their codes.
  private static let unscored: [ScoreStatus] = [
    .notScorable, .outsideWindow, .withdrawn, .notDue, .notAssessed,
  ]
}
