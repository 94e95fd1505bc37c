import Statistics

/// How the mixed models of a question are to be made.
package struct ModelOptions: Sendable {
  /// How degrees of freedom, and with them standard errors, are found.
  package let degreesOfFreedom: DegreesOfFreedomMethod
  /// Whether groups have one mean at baseline.
  package let baseline: RepeatedMeasuresModel.Baseline
  /// Whether straight lines over days are fitted too.
  package let withGrowth: Bool

  package init(
    degreesOfFreedom: DegreesOfFreedomMethod = .kenwardRoger,
    baseline: RepeatedMeasuresModel.Baseline = .common, withGrowth: Bool = false
  ) {
    self.degreesOfFreedom = degreesOfFreedom
    self.baseline = baseline
    self.withGrowth = withGrowth
  }
}
