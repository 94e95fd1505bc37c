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

  /// Cronbach's alpha of the forms that count, of questionnaires without reversed items.
  func alpha(_ instrument: String, _ timepoint: String) -> Double {
    let forms = last.filter { key, assessment in
      key.instrument == instrument && key.timepoint == timepoint && assessment.score != nil
    }.values.map { ($0.answers ?? []).compactMap { $0.map(Double.init) } }
    func variance(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
    let items = forms[0].count
    let ofItems = (0..<items).reduce(0) { sum, item in sum + variance(forms.map { $0[item] }) }
    let ofTotals = variance(forms.map { $0.reduce(0, +) })
    return Double(items) / Double(items - 1) * (1 - ofItems / ofTotals)
  }

  /// Mean of baseline − follow-up over the pairs.
  func meanDecrease(_ instrument: String, _ timepoint: String) -> Double {
    let pairs = pairs(instrument, timepoint)
    return pairs.reduce(0) { $0 + $1.baseline - $1.followUp } / Double(pairs.count)
  }
}
