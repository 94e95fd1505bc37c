/// The cutoffs of Jacobson and Truax between the scores of people with a problem and without.
///
/// Jacobson & Truax (1991), doi 10.1037/0022-006X.59.1.12: a is two standard deviations from the
/// mean of the clinical population, toward health; b is two from the mean of the functional
/// population, toward illness; c is the same number of standard deviations from both means.
package struct JacobsonTruaxCutoffs: Sendable, Equatable {
  /// The scores of a population.
  package struct Population: Sendable, Equatable {
    /// Its mean, in the unit of the instrument.
    package let mean: Double
    /// Its standard deviation, in the same unit, at least 0.
    package let standardDeviation: Double

    /// A population from its mean and its standard deviation.
    package init(mean: Double, standardDeviation: Double) {
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
  }

  /// The direction of scores when people improve.
  package enum Improvement: Sendable {
    /// Lower scores are better.
    case downward
    /// Higher scores are better.
    case upward
  }

  /// The cutoff that needs no norm.
  package let a: Double
  /// The cutoff that needs only the functional population; nil without it.
  package let b: Double?
  /// The cutoff between the two; nil without the functional population, and if neither varies.
  package let c: Double?

  /// - Parameters:
  ///   - clinical: people with the problem, such as the sample at baseline.
  ///   - functional: people without it, from a published norm; nil if there is none.
  ///   - improvement: the direction of improvement.
  package init(clinical: Population, functional: Population?, improvement: Improvement) {
    let towardsHealth: Double =
      switch improvement {
      case .downward: -2
      case .upward: 2
      }
    a = clinical.mean + towardsHealth * clinical.standardDeviation
    b = functional.map { $0.mean - towardsHealth * $0.standardDeviation }
    c = functional.flatMap { functional in
      let sum = clinical.standardDeviation + functional.standardDeviation
      guard sum > 0 else { return nil }
      return
        (clinical.standardDeviation * functional.mean
        + functional.standardDeviation * clinical.mean) / sum
    }
  }
}
