import Records
import Statistics

/// What the change until one follow-up is under different assumptions about those without a score.
package struct MissingDataAnswers: Sendable {
  /// What is assumed of those without a score.
  package enum Assumption: String, Sendable, CaseIterable {
    /// They changed like those scored at both.
    case completePairs = "complete_pairs"
    /// They did not change.
    case baselineCarriedForward = "baseline_carried_forward"
    /// They stayed as they were when they were last scored.
    case lastCarriedForward = "last_carried_forward"
    /// They changed like others with the same scores at the other timepoints.
    case missingAtRandom = "missing_at_random"
  }

  /// The mean change under one assumption.
  package struct Answer: Sendable {
    package let assumption: Assumption
    /// How many participants it is about.
    package let participants: Int
    package let meanChange: Double?
    package let confidenceInterval: ConfidenceInterval?
    package let p: Double?
  }

  package let timepoint: Timepoint
  /// One for each assumption, in their order.
  package let answers: [Answer]
  /// Everybody enrolled who was due, scored at any timepoint or never.
  package let due: Int
  /// Those of them who are not scored at this timepoint.
  package let lost: Int
  /// How much worse or better than expected those lost to follow-up must have done for the model's
  /// change to vanish; nil where nobody was lost, or where there is no model.
  package let tippingPoint: TippingPoint?

  init(_ carried: CarriedForward, _ timepoint: Timepoint, _ model: RepeatedMeasures?) {
    self.timepoint = timepoint
    due = carried.denominators.due
    lost = carried.denominators.lostToFollowUp
    let change = model?.means.first { $0.timepoint.id == timepoint.id }?.change
    answers = [
      Answer(.completePairs, carried.pairs),
      Answer(.baselineCarriedForward, carried.baselineCarried),
      Answer(.lastCarriedForward, carried.lastCarried),
      Answer(
        assumption: .missingAtRandom,
        participants: change == nil ? 0 : model?.model.fit.participants ?? 0,
        meanChange: change?.estimate, confidenceInterval: change?.confidenceInterval,
        p: change?.p),
    ]
    tippingPoint = change.flatMap { change in
      change.confidenceInterval.flatMap {
        TippingPoint(
          change: change.estimate, confidenceInterval: $0,
          lost: carried.denominators.lostToFollowUp,
          participants: carried.denominators.due)
      }
    }
  }
}

extension MissingDataAnswers.Answer {
  fileprivate init(
    _ assumption: MissingDataAnswers.Assumption, _ sample: PairedFrequencyTable
  ) {
    let test = PairedTTest(sample)
    self.init(
      assumption: assumption, participants: test.pairs, meanChange: test.meanChange,
      confidenceInterval: test.confidenceInterval, p: test.p)
  }
}
