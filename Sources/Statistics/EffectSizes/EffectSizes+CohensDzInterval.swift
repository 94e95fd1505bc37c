extension EffectSizes {
  /// The interval of d_z by the noncentral t distribution: √n·d_z is Student's t, and its
  /// noncentrality is √n times the true d_z (Lakens 2013, doi 10.3389/fpsyg.2013.00863; Cumming &
  /// Finch 2001, doi 10.1177/0013164401614002).
  ///
  /// - Parameters:
  ///   - sample: any number of pairs.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  /// - Returns: nil if d_z is undefined.
  package static func cohensDzInterval(
    _ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95
  ) -> ConfidenceInterval? {
    let root = Double(sample.total).squareRoot()
    guard let effect = EffectSizes(sample).cohensDz,
      let interval = NoncentralT.noncentralityInterval(
        observing: effect * root, degreesOfFreedom: Double(sample.total - 1),
        confidenceLevel: confidenceLevel)
    else { return nil }
    return ConfidenceInterval(lower: interval.lower / root, upper: interval.upper / root)
  }
}
