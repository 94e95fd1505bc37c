import Analysis

/// The formulas of the mixed models, which use all participants with any score.
enum ModelFormulas {
  static let all = fit + means + differences + jointTests + growth + missing

  private static let reml = "REML, as R's nlme::gls and mmrm"
  private static let tests = "Kenward and Roger 1997, doi 10.2307/2533558, or Satterthwaite"
  private static let criterion = "as R's nlme"
  private static let otherCriterion = "as R's mmrm"

  private static let fit =
    [
      Formula(
        "mmrm.participants", "all participants with any score in the model",
        counting: { $1.inModel($0) }),
      Formula(
        "growth.participants", "all participants with any score in the model",
        counting: { $1.inModel($0) }),
      Formula(
        "random_intercepts.participants", "all participants with any score in the model",
        counting: { $1.inModel($0) }),
      make("scores", "scores in the model, at all timepoints", by: "number of scores"),
      Formula(
        "scores_left_out", "scores at timepoints and in groups that are not in the model",
        by: "number of scores", of: .scoredAtAll.ofEverybody),
      make("log_likelihood", "the restricted log-likelihood, without ½ ln |X'X|", by: reml),
      make(
        "aic_nlme", "−2 × log_likelihood + 2 × (number of means and covariances)", by: criterion),
      make(
        "bic_nlme",
        "−2 × log_likelihood + (number of means and covariances) × ln(scores − means)",
        by: criterion),
      make("aic_mmrm", "−2 × log_likelihood + 2 × (number of covariances)", by: otherCriterion),
      make(
        "bic_mmrm", "−2 × log_likelihood + (number of covariances) × ln(participants)",
        by: otherCriterion),
      make("steps", "steps until the best fit was found", by: reml),
      make("largest_scaled_gradient", "largest scaled gradient at the best fit", by: reml),
      make("covariance", "covariance of a participant's scores at two timepoints", by: reml),
      make("correlation", "correlation of a participant's scores at two timepoints", by: reml),
    ]

  private static let means =
    [make("means.mean", "the model's mean at the timepoint", by: reml)]
    + uncertainty("means.mean_", of: "mean") + [
      make("means.change", "the model's mean at the timepoint − at baseline", by: reml)
    ] + test("means.change_", of: "change") + [
      make(
        "means.change_p_holm",
        "change_p adjusted across all instruments and timepoints of the same group",
        by: "Holm 1979"),
      make(
        "means.percent_change", "100 × change / baseline mean, both from the model",
        by: "arithmetic"),
      make(
        "means.percent_change_ci95", "interval of the ratio of two means", by: "Fieller 1954"),
    ]

  private static let differences =
    [
      make(
        "mmrm.differences.difference", "change of the group − change of the other group", by: reml)
    ]
    + test("mmrm.differences.", of: "difference") + [
      make(
        "mmrm.differences.p_holm", "p adjusted across all differences of an output",
        by: "Holm 1979")
    ]

  private static let jointTests = ["any_change.", "interaction."].flatMap { section in
    [
      make(section + "f", "F statistic of all these changes or differences together", by: tests),
      make(section + "df1", "the number tested together", by: tests),
      make(section + "df2", "degrees of freedom of the error", by: tests),
      make(section + "p", "upper tail of the F distribution beyond f", by: tests),
    ]
  }

  private static let lme4 = "REML, as R's lme4::lmer(score ~ day + (day | participant))"

  private static let growth =
    [
      make("intercept_variance", "variance of the participants' own levels", by: lme4),
      make(
        "intercept_slope_covariance", "covariance of the participants' own levels and slopes",
        by: lme4),
      make("slope_variance", "variance of the participants' own slopes per day", by: lme4),
      make("residual_variance", "variance of scores around the participants' own lines", by: lme4),
      make("lines.intercept", "the line's score at day 0", by: lme4),
    ] + uncertainty("lines.intercept_", of: "intercept") + [
      make("lines.slope_per_day", "the line's change per day", by: lme4)
    ] + test("lines.slope_", of: "slope_per_day")

  private static let pairedTest = "paired t test, or for missing_at_random the model"
  private static let tipping = "Cro et al. 2020, doi 10.1002/sim.8569"

  private static let missing = [
    Formula(
      "answers.participants", "participants used under this assumption",
      counting: included),
    Formula(
      "answers.mean_change", "the mean change since baseline under this assumption", by: pairedTest,
      of: included),
    Formula("answers.ci95", "95 % interval of mean_change", by: pairedTest, of: included),
    Formula(
      "answers.p", "both tails of Student's t of a mean change of 0", by: pairedTest, of: included),
    Formula(
      "missing_data.due", "enrolled participants for whom the timepoint is due", counting: .due),
    Formula(
      "missing_data.lost", "enrolled participants who are due but not scored at the timepoint",
      counting: .lostToFollowUp),
    make(
      "delta_for_interval_at_zero",
      "distance of those lost to follow-up from their expected score where the interval reaches 0",
      by: tipping),
    make(
      "delta_for_no_change",
      "distance of those lost to follow-up from their expected score where the change is 0",
      by: tipping),
  ]

  /// The participants that an answer covers.
  private static let included: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? =
    { number, answer in
      number.text("assumption").flatMap(MissingDataAnswers.Assumption.init).flatMap {
        answer.model(of: number)?.included($0, at: number.place.timepoint)
      }
    }

  private static func make(
    _ key: String, _ words: String, _ arithmetic: String? = nil, by source: String
  ) -> Formula {
    Formula(key, words, arithmetic, by: source, of: { $1.inModel($0) })
  }

  private static func uncertainty(_ prefix: String, of estimate: String) -> [Formula] {
    [
      make(prefix + "se", "standard error of \(estimate)", by: tests),
      make(prefix + "df", "degrees of freedom, usually not a whole number", by: tests),
      make(
        prefix + "ci95", "\(estimate) ± quantile .975 of Student's t × its standard error",
        by: tests),
    ]
  }

  private static func test(_ prefix: String, of estimate: String) -> [Formula] {
    let own = prefix.split(separator: ".").last.map(String.init) ?? ""
    let error = (own == "differences" ? "" : own) + "se"
    return uncertainty(prefix, of: estimate) + [
      make(
        prefix + "t", "Student's t of a \(estimate) of 0", "\(estimate) / \(error)", by: tests),
      make(prefix + "p", "both tails of Student's t beyond t", by: tests),
    ]
  }
}
