import Documents
import Analysis
import Statistics

/// The numbers of the models under their CSV and JSON keys, in output order.
enum ModelFields {
  static let measure: [Field<MeasureModel>] = [
    .text("instrument") { $0.instrument.id.rawValue },
    .text("construct", \.instrument.construct),
    .text("direction") { $0.instrument.direction.rawValue },
    .text("grouped_by", \.groupedBy),
  ]

  /// The method for degrees of freedom.
  static let method: [Field<DegreesOfFreedomMethod>] = [
    .text("degrees_of_freedom", \.approximation.key),
    .text("information", \.information.rawValue),
  ]

  static let means: [Field<RepeatedMeasures.Mean>] =
    [
      .people("n", .scored) { $0.scored },
      .number("mean", \.mean?.estimate),
      .number("mean_se", tells: .revealing, \.mean?.standardError),
      .number("mean_df", tells: .revealing, \.mean?.degreesOfFreedom),
      .interval("mean_ci95", \.mean?.confidenceInterval),
      .number("change", \.change?.estimate),
    ] + test("change_") { $0.change } + [
      .probability("change_p_holm", \.adjustedP),
      .percent("percent_change", \.percent?.percent),
      .interval("percent_change_ci95", \.percent?.confidenceInterval),
    ]

  static let differences: [Field<RepeatedMeasures.Difference>] =
    [.number("difference", \.contrast?.estimate)] + test("") { $0.contrast } + [
      .probability("p_holm", \.adjustedP)
    ]

  /// The kind of curve.
  static let curve: [Field<GrowthCurve>] = [
    .text("random_effects") { $0.randomEffects.key },
    Field(column: Column("singular", .leading), sensitivity: .none) { .flag($0.isSingular) },
  ]

  static let lines: [Field<GrowthLines.Line>] =
    [
      .number("intercept", \.intercept?.estimate),
      .number("intercept_se", tells: .revealing, \.intercept?.standardError),
      .number("intercept_df", tells: .revealing, \.intercept?.degreesOfFreedom),
      .interval("intercept_ci95", \.intercept?.confidenceInterval),
      .number("slope_per_day", \.slope?.estimate),
    ] + test("slope_") { $0.slope }

  static let jointTest: [Field<JointTest>] = [
    .number("f", tells: .revealing, \.f),
    .count("df1", tells: .none) { $0.numeratorDegreesOfFreedom },
    .number("df2", tells: .revealing, \.denominatorDegreesOfFreedom),
    .probability("p", \.p),
  ]

  /// Numbers that disclose how many participants there are.
  static let fit: [Field<MixedModelFit>] = [
    .count("participants", \.participants),
    .count("scores", \.observations),
    .number("log_likelihood", \.logLikelihood),
    .number("aic_nlme") { $0.informationCriteria(.nlme).akaike },
    .number("bic_nlme") { $0.informationCriteria(.nlme).bayesian },
    .number("aic_mmrm") { $0.informationCriteria(.mmrm).akaike },
    .number("bic_mmrm") { $0.informationCriteria(.mmrm).bayesian },
    .count("steps", \.steps),
    .number("largest_scaled_gradient", \.largestScaledGradient),
  ]

  /// The number of scores that a model could not use.
  static let leftOut: [Field<LeftOut>] = [.count("scores_left_out", \.scores)]

  static let varianceComponents: [Field<GrowthCurve>] = [
    .number("intercept_variance", \.interceptVariance),
    .number("intercept_slope_covariance", \.interceptSlopeCovariance),
    .number("slope_variance", \.slopeVariance),
    .number("residual_variance", \.residualVariance),
  ]

  static let answer: [Field<MissingDataAnswers.Answer>] = [
    .number("mean_change", \.meanChange),
    .interval("ci95", \.confidenceInterval),
    .probability("p", \.p),
  ]

  /// Numbers that disclose how many participants are lost to follow-up.
  static let lost: [Field<MissingDataAnswers>] = [
    .count("due", \.due),
    .count("lost", \.lost),
    .number("delta_for_interval_at_zero", \.tippingPoint?.deltaForNoEvidence),
    .number("delta_for_no_change", \.tippingPoint?.deltaForNoChange),
  ]

  private static func test<Subject>(
    _ prefix: String, _ contrast: @escaping @Sendable (Subject) -> ModelContrast?
  ) -> [Field<Subject>] {
    [
      .number(prefix + "se", tells: .revealing) { contrast($0)?.standardError },
      .number(prefix + "df", tells: .revealing) { contrast($0)?.degreesOfFreedom },
      .number(prefix + "t", tells: .revealing) { contrast($0)?.t },
      .probability(prefix + "p") { contrast($0)?.p },
      .interval(prefix + "ci95") { contrast($0)?.confidenceInterval },
    ]
  }
}
