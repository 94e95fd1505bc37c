import Records
import Statistics

/// The change from baseline to one follow-up under different assumptions about the participants
/// without a score.
package struct MissingDataAnswers: Sendable {
  /// An assumption about the participants without a score.
  package enum Assumption: String, Sendable, CaseIterable {
    /// They changed like the participants scored at both times.
    case completePairs = "complete_pairs"
    /// They did not change.
    case baselineCarriedForward = "baseline_carried_forward"
    /// They kept their last score.
    case lastCarriedForward = "last_carried_forward"
    /// They changed like participants with the same scores at the other timepoints.
    case missingAtRandom = "missing_at_random"
  }

  /// The mean change under one assumption.
  package struct Answer: Sendable {
    package let assumption: Assumption
    /// The number of participants to whom the change refers.
    package let participants: Int
    package let meanChange: Double?
    package let confidenceInterval: ConfidenceInterval?
    package let p: Double?
  }

  package let timepoint: Timepoint
  /// One for each assumption, in order.
  package let answers: [Answer]
  /// The number of enrolled participants who were due, with or without scores.
  package let due: Int
  /// The number of participants due who are not scored at this timepoint.
  package let lost: Int
  /// The amount by which the participants lost to follow-up must have done worse, or better, than
  /// expected for the model's change to vanish; nil if nobody was lost, or if there is no model.
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
