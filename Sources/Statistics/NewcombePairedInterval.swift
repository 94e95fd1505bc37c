extension PairedProportions {
  /// Newcombe's interval of the difference of paired proportions, his method 10: Wilson's intervals
  /// of both shares put together, allowing for their correlation φ.
  ///
  /// Newcombe (1998), "Improved confidence intervals for the difference between binomial proportions
  /// based on paired data", doi 10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C.
  ///
  /// - Parameter confidenceLevel: strictly between 0 and 1.
  /// - Returns: the interval of `difference`, within −1…1; nil for nobody, or another level.
  package func newcombeInterval(confidenceLevel: Double = 0.95) -> ConfidenceInterval? {
    guard let difference,
      let followUp = WilsonInterval(
        successes: both + followUpOnly, trials: total, confidenceLevel: confidenceLevel),
      let baseline = WilsonInterval(
        successes: both + baselineOnly, trials: total, confidenceLevel: confidenceLevel),
      let followUpEnds = followUp.confidenceInterval,
      let baselineEnds = baseline.confidenceInterval
    else { return nil }
    /// The third side of a triangle: two lengths and the cosine between them.
    func side(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * correctedCorrelation * a * b + b * b).squareRoot()
    }
    let below = side(
      followUp.proportion - followUpEnds.lower, baselineEnds.upper - baseline.proportion)
    let above = side(
      followUpEnds.upper - followUp.proportion, baseline.proportion - baselineEnds.lower)
    return ConfidenceInterval(lower: difference - below, upper: difference + above)
  }

  /// φ with a continuity correction where it is positive; 0 where a margin is empty.
  private var correctedCorrelation: Double {
    let margins = [
      both + baselineOnly, followUpOnly + neither, both + followUpOnly, baselineOnly + neither,
    ].map(Double.init)
    let product = margins.reduce(1, *)
    guard product > 0 else { return 0 }
    let excess = Double(both) * Double(neither) - Double(baselineOnly) * Double(followUpOnly)
    let corrected = excess > 0 ? max(0, excess - Double(total) / 2) : excess
    return corrected / product.squareRoot()
  }
}
