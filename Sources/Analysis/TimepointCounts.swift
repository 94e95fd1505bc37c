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
  /// - Parameter before: the number of the baseline score, or `noScore`.
  @inline(__always)
  mutating func add(_ standing: Standing, baseline before: Int32) {
    ledger.count(standing)
    if case .scored(let score, _) = standing { scores[Int(score)] += 1 }
    guard before != Self.noScore else { return }
    ledgerSinceBaseline.count(standing)
    if case .scored(let score, _) = standing {
      pairs.add(before, score)
    } else if standing != .notDue {
      lost[Int(before)] += 1
    }
  }

  /// Stands for a baseline score that is not there.
  static let noScore: Int32 = -1

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
  /// Everybody's baseline score of one instrument that counts, by its number in the table, or
  /// `TimepointCounts.noScore`.
  func baselineScores(instrument: Int) -> [Int32] {
    let reader = StandingReader(self, instrument: instrument, timepoint: 0)
    return group.indices.map { participant in
      guard case .scored(let score, _) = reader.standing(of: participant) else {
        return TimepointCounts.noScore
      }
      return score
    }
  }

  /// Counts one instrument's assessments at one timepoint, for each group.
  /// - Parameter baseline: everybody's baseline scores.
  func counts(instrument: Int, timepoint: Int, baseline: [Int32]) -> [TimepointCounts] {
    var counts = groups.map { _ in
      TimepointCounts(values: table.scoreValues, groups: groups.count)
    }
    let reader = StandingReader(self, instrument: instrument, timepoint: timepoint)
    for participant in group.indices where group[participant] != Self.none {
      counts[Int(group[participant])].add(
        reader.standing(of: participant), baseline: baseline[participant])
    }
    return counts
  }
}
