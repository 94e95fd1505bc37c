import Records

/// What counts in the end of some lines, by plain code: the last line of a key, unless it voids.
struct PairedScores {
  struct Key: Hashable {
    let participant: String
    let timepoint: String
    let instrument: String
  }

  private var last: [Key: Assessment] = [:]

  init(_ assessments: [Assessment]) {
    for assessment in assessments {
      let key = Key(
        participant: assessment.participant.rawValue, timepoint: assessment.timepoint.rawValue,
        instrument: assessment.instrument.rawValue)
      last[key] = assessment
    }
  }

  /// Everybody with a score at baseline and at `timepoint`.
  func pairs(_ instrument: String, _ timepoint: String) -> [(baseline: Double, followUp: Double)] {
    last.compactMap { key, assessment in
      let first = Key(
        participant: key.participant, timepoint: "baseline", instrument: instrument)
      guard key.instrument == instrument, key.timepoint == timepoint,
        let baseline = last[first]?.score, let followUp = assessment.score
      else { return nil }
      return (baseline, followUp)
    }
  }

  /// Percent change of the mean over the pairs, as the contract defines `percent_change`.
  func percentChange(_ instrument: String, _ timepoint: String) -> Double {
    let pairs = pairs(instrument, timepoint)
    let baseline = pairs.reduce(0) { $0 + $1.baseline }
    return 100 * (pairs.reduce(0) { $0 + $1.followUp } - baseline) / baseline
  }

  /// Mean of baseline − follow-up over the pairs.
  func meanDecrease(_ instrument: String, _ timepoint: String) -> Double {
    let pairs = pairs(instrument, timepoint)
    return pairs.reduce(0) { $0 + $1.baseline - $1.followUp } / Double(pairs.count)
  }
}
