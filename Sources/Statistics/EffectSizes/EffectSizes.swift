/// Standardized mean changes of paired scores, with the sign of follow-up − baseline.
///
/// Names and forms are those of Lakens (2013), doi 10.3389/fpsyg.2013.00863. "Cohen's d" alone
/// could mean any of them. Each is nil if undefined: for fewer than two pairs, or a denominator of
/// 0. The three g, corrected by `hedgesCorrection` with pairs − 1 degrees of freedom, are also nil
/// for two pairs.
package struct EffectSizes: Sendable, Equatable {
  /// d_z = mean change ÷ standard deviation of the changes.
  package let cohensDz: Double?
  /// d_av = mean change ÷ the mean of the two standard deviations.
  package let cohensDav: Double?
  /// Glass' Δ = mean change ÷ standard deviation at baseline (Glass 1976, doi
  /// 10.3102/0013189X005010003).
  package let glassDelta: Double?
  /// g_z = J·d_z.
  package let hedgesGz: Double?
  /// g_av = J·d_av.
  package let hedgesGav: Double?
  /// J·Δ.
  package let hedgesGlassDelta: Double?

  /// The effect sizes of a sample of any size.
  package init(_ sample: PairedFrequencyTable) {
    let mean = sample.differences.mean
    func standardized(by standardDeviation: Double?) -> Double? {
      guard let mean, let standardDeviation, standardDeviation > 0 else { return nil }
      return mean / standardDeviation
    }
    cohensDz = standardized(by: sample.standardDeviationOfDifferences)
    if let before = sample.baseline.standardDeviation, let after = sample.followUp.standardDeviation
    {
      cohensDav = standardized(by: (before + after) / 2)
    } else {
      cohensDav = nil
    }
    glassDelta = standardized(by: sample.baseline.standardDeviation)
    let correction = Self.hedgesCorrection(degreesOfFreedom: Double(sample.total - 1))
    func corrected(_ effect: Double?) -> Double? {
      guard let correction, let effect else { return nil }
      return correction * effect
    }
    hedgesGz = corrected(cohensDz)
    hedgesGav = corrected(cohensDav)
    hedgesGlassDelta = corrected(glassDelta)
  }

  /// J(m) = Γ(m/2) / (√(m/2)·Γ((m − 1)/2)), which removes the bias of a standardized mean: the
  /// exact form of Hedges (1981), doi 10.3102/10769986006002107, eq. 6e, not 1 − 3/(4m − 1).
  ///
  /// - Parameter degreesOfFreedom: m.
  /// - Returns: between 0 and 1; nil for m ≤ 1, where the standardized mean has no expectation.
  package static func hedgesCorrection(degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom > 1 else { return nil }
    // Γ(a)/Γ(a − ½) = Γ(½)/B(a − ½, ½), since Γ itself would overflow if a is in the thousands.
    let a = degreesOfFreedom / 2
    let logarithmOfBeta = BetaFunction.logarithm(a - 0.5, 0.5)
    return (Double.pi / a).squareRoot() * ElementaryFunctions.exponential(-logarithmOfBeta)
  }
}
