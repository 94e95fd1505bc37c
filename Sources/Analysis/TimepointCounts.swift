import Statistics

/// What one group's assessments of one instrument at one timepoint come down to: counts alone, from
/// which every statistic follows, whatever the order of the participants was.
struct TimepointCounts: Sendable {
  private(set) var ledger = DenominatorLedger()
  /// The same of those scored at baseline alone.
  private(set) var ledgerSinceBaseline = DenominatorLedger()
  /// How often each score occurs, by the score's number in the table.
  private var scores: [Int]
  /// How often each pair of baseline and follow-up occurs.
  private var pairs: PairCounter
  /// Baseline scores of those due and without a follow-up score, by the score's number in the table.
  private var lost: [Int]
  private let values: [Double]

  /// - Parameters:
  ///   - values: the different scores, by their numbers in the table.
  ///   - groups: how many groups are counted at the same time.
  init(values: [Double], groups: Int) {
    self.values = values
    scores = Array(repeating: 0, count: values.count)
    lost = scores
    pairs = PairCounter(codes: values.count, counters: groups)
  }

  /// Adds a participant.
  @inline(__always)
  mutating func add(_ standing: Standing, baseline: Standing) {
    ledger.count(standing)
    if case .scored(let score, _) = standing { scores[Int(score)] += 1 }
    guard case .scored(let before, _) = baseline else { return }
    ledgerSinceBaseline.count(standing)
    if case .scored(let score, _) = standing {
      pairs.add(before, score)
    } else if standing != .notDue {
      lost[Int(before)] += 1
    }
  }

  /// Everybody scored here.
  var sample: FrequencyTable { Self.sample(scores, values) }

  /// Everybody scored here and at baseline.
  var pairedSample: PairedFrequencyTable { pairs.table(values) }

  /// Those scored at baseline and, although due, not here: their baseline scores.
  var lostSample: FrequencyTable { Self.sample(lost, values) }

  private static func sample(_ counts: [Int], _ values: [Double]) -> FrequencyTable {
    var occurrences: [Double: Int] = [:]
    for (code, count) in counts.enumerated() where count > 0 {
      occurrences[values[code], default: 0] += count
    }
    return FrequencyTable(occurrences: occurrences)
  }
}

extension SelectedCohort {
  /// Counts one instrument's assessments at one timepoint, for each group.
  func counts(instrument: Int, timepoint: Int) -> [TimepointCounts] {
    var counts = groups.map { _ in
      TimepointCounts(values: table.scoreValues, groups: groups.count)
    }
    let baseline = StandingReader(self, instrument: instrument, timepoint: 0)
    let followUp = StandingReader(self, instrument: instrument, timepoint: timepoint)
    for participant in group.indices where group[participant] != Self.none {
      counts[Int(group[participant])].add(
        followUp.standing(of: participant), baseline: baseline.standing(of: participant))
    }
    return counts
  }
}
