import Statistics

/// One follow-up with the scores that are there, and with what simple rules put in the place of
/// those that are not.
struct CarriedForward: Sendable {
  /// Those scored at both.
  let pairs: PairedFrequencyTable
  /// The same, and those lost with their baseline as their follow-up.
  let baselineCarried: PairedFrequencyTable
  /// The same, and those lost with the last of their scores until then.
  let lastCarried: PairedFrequencyTable
  /// Everybody enrolled, scored at any timepoint or never.
  let denominators: Denominators
}

extension SelectedCohort {
  /// Every follow-up of one instrument, for everybody meant.
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

  /// Baseline and follow-up of everybody scored at both.
  /// - Parameter standIn: the number of the score that a participant is given who was due and is
  ///   not scored; `TimepointCounts.noScore` for none.
  private func pairs(
    _ baseline: [Int32], _ reader: ScoreStatusReader, standIn: (Int) -> Int32
  ) -> PairedFrequencyTable {
    var tally = ScoreStatusTally(codes: table.scoreValues.count, groups: 1)
    tally.count(groups: group, baseline: baseline) { participant in
      let status = reader.status(of: participant)
      if case .scored = status { return status }
      let score = status == .notDue ? TimepointCounts.noScore : standIn(participant)
      return score == TimepointCounts.noScore ? status : .scored(score, inWindow: true)
    }
    var counts = TimepointCounts(values: table.scoreValues)
    tally.forEach { counts.add($2, baseline: $1, times: $3) }
    return counts.pairedSample
  }
}
