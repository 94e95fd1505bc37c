/// The amount by which the participants lost to follow-up must have done worse, or better, for a
/// mean change to vanish.
///
/// An MMRM's mean at a timepoint is the mean of all participants' scores, with each missing one
/// replaced by its expectation given the participant's other scores: for participants without any
/// score, the group mean. If each participant lost scored δ more than expected instead, the mean,
/// and with it the change, would be higher by share·δ. Since δ is assumed and not estimated, the
/// standard error would stay the same. This is the limit of delta-adjusted multiple imputation for
/// a large number of imputations: Cro, Morris, Kenward & Carpenter (2020), doi 10.1002/sim.8569. It
/// also applies to complete pairs if the participants lost are assumed to have changed like those
/// who stayed.
package struct TippingPoint: Sendable, Equatable {
  /// The share of participants without a score at the timepoint, above 0 and at most 1.
  package let shareLost: Double
  /// The δ at which the mean change is 0, in the unit of the instrument.
  package let deltaForNoChange: Double
  /// The δ nearest to 0 at which the interval of the mean change includes 0; 0 if it already does.
  package let deltaForNoEvidence: Double

  /// - Parameters:
  ///   - change: the mean change if scores are missing at random.
  ///   - confidenceInterval: the interval of the change.
  ///   - lost: the number of participants without a score at the timepoint.
  ///   - participants: the number of participants to whom the change refers. Nobody lost, or
  ///     impossible counts, give nil.
  package init?(
    change: Double, confidenceInterval: ConfidenceInterval, lost: Int, participants: Int
  ) {
    guard lost > 0, lost <= participants else { return nil }
    let share = Double(lost) / Double(participants)
    shareLost = share
    deltaForNoChange = -change / share
    let nearestEnd =
      confidenceInterval.lower > 0
      ? confidenceInterval.lower : min(confidenceInterval.upper, 0)
    deltaForNoEvidence = -nearestEnd / share
  }
}
