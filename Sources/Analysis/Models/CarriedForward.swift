import Statistics

/// The scores at one follow-up, with missing ones left out or replaced by simple rules.
struct CarriedForward: Sendable {
  /// The participants scored at both times.
  let pairs: PairedFrequencyTable
  /// The same, and those lost to follow-up with their baseline score as the follow-up.
  let baselineCarried: PairedFrequencyTable
  /// The same, and those lost to follow-up with their last score up to the follow-up.
  let lastCarried: PairedFrequencyTable
  /// All participants enrolled, with or without scores.
  let denominators: Denominators
}

extension SelectedCohort {
  /// Every follow-up of one instrument, for all selected participants.
  func carriedForward(instrument: Int) -> [CarriedForward] {
    let baseline = baselineScores(instrument: instrument)
    var latest = baseline
    return table.program.timepoints.indices.dropFirst().map { timepoint in
      let reader = ScoreStatusReader(self, instrument: instrument, timepoint: timepoint)
      var denominators = Denominators()
      for participant in group.indices where group[participant] != Self.none {
        let status = reader.status(of: participant)
        denominators.count(status, times: 1)
        if case .scored(let score, _) = status { latest[participant] = score }
      }
      return CarriedForward(
        pairs: pairs(baseline, reader) { _ in TimepointCounts.noScore },
        baselineCarried: pairs(baseline, reader) { baseline[$0] },
        lastCarried: pairs(baseline, reader) { latest[$0] }, denominators: denominators)
    }
  }

  /// The baseline and follow-up scores of all participants with both.
  ///
  /// - Parameter substitute: the number of the score given to a participant who was due but is not
  ///   scored; `TimepointCounts.noScore` for none.
  private func pairs(
    _ baseline: [Int32], _ reader: ScoreStatusReader, substitute: (Int) -> Int32
  ) -> PairedFrequencyTable {
    var tally = ScoreStatusTally(codes: table.scoreValues.count, groups: 1)
    tally.count(groups: group, baseline: baseline) { participant in
      let status = reader.status(of: participant)
      if case .scored = status { return status }
      let score = status == .notDue ? TimepointCounts.noScore : substitute(participant)
      return score == TimepointCounts.noScore ? status : .scored(score, inWindow: true)
    }
    var counts = TimepointCounts(values: table.scoreValues)
    tally.forEach { counts.add($2, baseline: $1, times: $3) }
    return counts.pairedSample
  }
}
