import Statistics

/// The baseline scores of all participants on one instrument, with the follow-up scores compared
/// with them.
struct FollowedScores: Sendable {
  /// For each participant, the number of the baseline score, or `TimepointCounts.noScore`.
  let baseline: [Int32]
  /// For each participant, the number of the follow-up score, or `TimepointCounts.noScore`.
  let followUp: [Int32]
  /// For each participant, the position of the timepoint of the follow-up score; −1 if there is
  /// none.
  let timepoint: [Int32]
  /// For each participant, true if a follow-up can be expected by the as-of date.
  let isDue: [Bool]

  init(_ cohort: SelectedCohort, instrument: Int, _ choice: FollowUpChoice) {
    let reader = FollowUpReader(cohort, instrument: instrument, choice)
    var followUp = [Int32](repeating: TimepointCounts.noScore, count: cohort.group.count)
    var timepoint = [Int32](repeating: -1, count: cohort.group.count)
    var isDue = [Bool](repeating: true, count: cohort.group.count)
    for participant in cohort.group.indices where cohort.group[participant] != SelectedCohort.none {
      let (status, position) = reader.status(of: participant)
      isDue[participant] = status.isDue
      guard let score = status.score else { continue }
      followUp[participant] = score
      timepoint[participant] = Int32(position)
    }
    baseline = cohort.baselineScores(instrument: instrument)
    self.followUp = followUp
    self.timepoint = timepoint
    self.isDue = isDue
  }

  /// True if a participant is scored at both times.
  func isPair(_ participant: Int) -> Bool {
    baseline[participant] != TimepointCounts.noScore
      && followUp[participant] != TimepointCounts.noScore
  }

  /// A participant's two scores; nil unless both exist.
  ///
  /// - Parameter values: the distinct scores, by their numbers in the table.
  func pair(of participant: Int, _ values: [Double]) -> ScorePair? {
    guard isPair(participant) else { return nil }
    return ScorePair(
      baseline: values[Int(baseline[participant])], followUp: values[Int(followUp[participant])])
  }

  /// The pairs of each group of a cohort, and the baseline scores of participants without a
  /// follow-up.
  func counts(in cohort: SelectedCohort) -> [TimepointCounts] {
    let values = cohort.table.scoreValues
    var tally = ScoreStatusTally(codes: values.count, groups: cohort.groups.count)
    tally.count(groups: cohort.group, baseline: baseline) { participant in
      followUp[participant] == TimepointCounts.noScore
        ? .notAssessed : .scored(followUp[participant], inWindow: true)
    }
    var counts = cohort.groups.map { _ in TimepointCounts(values: values) }
    tally.forEach { group, baseline, status, times in
      counts[group].add(status, baseline: baseline, times: times)
    }
    return counts
  }
}
