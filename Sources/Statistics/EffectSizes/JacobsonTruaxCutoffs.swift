/// Where Jacobson and Truax draw the line between the scores of people with a problem and without.
///
/// Jacobson & Truax (1991), doi 10.1037/0022-006X.59.1.12: a is two standard deviations from the
/// mean of the clinical population, towards health; b two from the mean of the functional, towards
/// illness; c is where both are equally many standard deviations away.
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

  /// Which way scores go when people get better.
  package enum Improvement: Sendable {
    /// Lower scores are better.
    case downward
    /// Higher scores are better.
    case upward
  }

  /// The cut-off that needs no norm.
  package let a: Double
  /// The cut-off that needs the functional population only; nil without it.
  package let b: Double?
  /// The cut-off between both; nil without the functional population, and where neither varies.
  package let c: Double?

  /// - Parameters:
  ///   - clinical: people with the problem, such as the sample at baseline.
  ///   - functional: people without it, from a published norm, if there is one.
  ///   - improvement: the direction of getting better.
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
