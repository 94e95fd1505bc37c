import Statistics

/// The counts of one group's assessments of one instrument at one timepoint, from which every
/// statistic is computed, independent of the order of the participants.
struct TimepointCounts: Sendable {
  private(set) var denominators = Denominators()
  /// The denominators among participants scored at baseline.
  private(set) var denominatorsSinceBaseline = Denominators()
  private var scores: [Double: Int] = [:]
  private var pairs: [PairedFrequencyTable.Cell] = []
  /// Baseline scores of participants lost to follow-up.
  private var lostToFollowUp: [Double: Int] = [:]
  /// The distinct scores, by their numbers in the table.
  private let values: [Double]

  /// - Parameter values: the distinct scores, by their numbers in the table.
  init(values: [Double]) {
    self.values = values
  }

  /// Adds participants with the same status.
  ///
  /// - Parameters:
  ///   - before: the number of their baseline score, or `noScore`.
  ///   - times: the number of participants.
  mutating func add(_ status: ScoreStatus, baseline before: Int32, times: Int) {
    denominators.count(status, times: times)
    if case .scored(let score, _) = status { scores[values[Int(score)], default: 0] += times }
    guard before != Self.noScore else { return }
    denominatorsSinceBaseline.count(status, times: times)
    let baseline = values[Int(before)]
    if case .scored(let score, _) = status {
      pairs.append(.init(baseline: baseline, followUp: values[Int(score)], count: times))
    } else if status.isDue {
      lostToFollowUp[baseline, default: 0] += times
    }
  }

  /// The number of a missing baseline score.
  static let noScore: Int32 = -1

  /// The scores of all participants scored here.
  var sample: FrequencyTable { FrequencyTable(occurrences: scores) }

  /// The pairs of all participants scored here and at baseline.
  var pairedSample: PairedFrequencyTable { PairedFrequencyTable(cells: pairs) }

  /// The baseline scores of participants scored at baseline and lost to follow-up here.
  var lostSample: FrequencyTable { FrequencyTable(occurrences: lostToFollowUp) }

  /// The pairs, and the participants lost to follow-up with their baseline score as the score here.
  var lostUnchangedSample: PairedFrequencyTable {
    let unchanged = lostToFollowUp.map {
      PairedFrequencyTable.Cell(baseline: $0.key, followUp: $0.key, count: $0.value)
    }
    return PairedFrequencyTable(cells: pairs + unchanged)
  }
}

extension SelectedCohort {
  /// The baseline score of one instrument that counts for each participant, by its number in the
  /// table, or `TimepointCounts.noScore`.
  func baselineScores(instrument: Int) -> [Int32] {
    let reader = ScoreStatusReader(self, instrument: instrument, timepoint: 0)
    return group.indices.map { participant in
      guard case .scored(let score, _) = reader.status(of: participant) else {
        return TimepointCounts.noScore
      }
      return score
    }
  }

  /// Counts one instrument's assessments at one timepoint, for each group in order.
  func counts(instrument: Int, timepoint: Int) -> [TimepointCounts] {
    counts(
      instrument: instrument, timepoint: timepoint,
      baseline: baselineScores(instrument: instrument))
  }

  /// Counts one instrument's assessments at one timepoint, for each group in order.
  ///
  /// - Parameter baseline: the baseline scores of all participants.
  func counts(instrument: Int, timepoint: Int, baseline: [Int32]) -> [TimepointCounts] {
    let reader = ScoreStatusReader(self, instrument: instrument, timepoint: timepoint)
    var tally = ScoreStatusTally(codes: table.scoreValues.count, groups: groups.count)
    tally.count(groups: group, baseline: baseline) { reader.status(of: $0) }
    var counts = groups.map { _ in TimepointCounts(values: table.scoreValues) }
    tally.forEach { group, baseline, status, times in
      counts[group].add(status, baseline: baseline, times: times)
    }
    return counts
  }
}
