import Statistics

/// Options for fitting mixed models.
package struct ModelOptions: Sendable {
  /// The method for the degrees of freedom and, with them, the standard errors.
  package let degreesOfFreedom: DegreesOfFreedomMethod
  /// The assumption about the groups' means at baseline.
  package let baseline: RepeatedMeasuresModel.Baseline
  /// True if straight lines over days are fitted too.
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
