import Analysis

/// The formulas of the criteria for single participants' changes, and of the number with each
/// outcome.
enum ResponderFormulas {
  static let all = criteria + cutoffs + outcomes + proportions + combinedCriteria

  private static let index = "Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12"

  /// Groups use the criteria of the whole cohort.
  private static let pairsOfEverybody = InclusionCriterion.paired.ofEverybody
  private static let formsOfEverybody = InclusionCriterion.completeForms.atBaseline.ofEverybody

  private static let criteria = [
    Formula(
      "reliability",
      "given, published, or Cronbach's alpha of the baseline answers, as in reliability_from",
      by: "reliability_from", of: { $1.reliability(of: $0) }),
    Formula(
      "reliability_forms", "participants who answered every item at baseline",
      counting: formsOfEverybody),
    Formula(
      "cohort_alpha", "Cronbach's alpha of the whole cohort's complete baseline forms",
      by: "Cronbach 1951", of: formsOfEverybody),
    Formula(
      "cohort_alpha_ci95", "95 % interval of cohort_alpha", by: "Feldt 1965",
      of: formsOfEverybody),
    Formula(
      "cohort_alpha_forms", "participants who answered every item at baseline",
      counting: formsOfEverybody),
    Formula(
      "responders.baseline_mean",
      "baseline mean of the participants named by sd_from, or of the pairs",
      by: "arithmetic mean", of: { $1.spread(of: $0) ?? pairsOfEverybody }),
    Formula(
      "responders.sd",
      "baseline standard deviation of the participants named by sd_from, from the whole cohort also"
        + " in a group",
      by: "sample standard deviation, or as given", of: { $1.spread(of: $0) }),
    Formula(
      "standard_error_of_measurement", "the typical distance of a score from the true score",
      "sd × √(1 − reliability)", by: index, of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
    Formula(
      "standard_error_of_difference",
      "the typical distance between two scores of a participant who did not change",
      "√2 × standard_error_of_measurement", by: index,
      of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
    Formula(
      "critical_value", "quantile .975 of the normal distribution", by: "normal distribution",
      of: nil),
    Formula(
      "threshold", "the change that must be exceeded to be reliable",
      "critical_value × standard_error_of_difference", by: index,
      of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
    Formula(
      "smallest_reliable_change", "the smallest change of whole scores above the threshold",
      by: index, of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
  ]

  private static let cutoffs = [
    Formula("norm_mean", "mean of people without the problem, as given", by: "given", of: nil),
    Formula(
      "norm_sd", "standard deviation of people without the problem, as given", by: "given", of: nil),
    Formula(
      "cutoff_a", "baseline_mean, two sd toward better scores", by: index,
      of: { $1.spread(of: $0) ?? pairsOfEverybody }),
    Formula(
      "cutoff_b", "norm_mean, two norm_sd toward worse scores", by: index, of: nil),
    Formula(
      "cutoff_c", "the same number of standard deviations from both means",
      "(sd × norm_mean + norm_sd × baseline_mean) / (sd + norm_sd)", by: index,
      of: { $1.spread(of: $0) ?? pairsOfEverybody }
    ),
  ]

  /// The participants whose data the points of a rule or the score of a cutoff are computed from;
  /// nil where they were published.
  private static let ofValue: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? =
    { number, answer in
      answer.outcome(of: number)?.isComputed == true
        ? answer.spread(of: number) ?? answer.reliability(of: number) : nil
    }

  private static let outcomes =
    [
      Formula(
        "outcomes.count", "participants with this outcome",
        counting: { $1.outcome(of: $0)?.counted }),
      Formula(
        "outcomes.of", "participants in the denominator of the share",
        counting: { $1.outcome(of: $0)?.all }),
      Formula(
        "outcomes.share", "the share with this outcome", "count / of",
        of: { $1.outcome(of: $0)?.all }),
      Formula(
        "outcomes.share_ci95", "95 % interval of the share", by: "Wilson 1927",
        of: { $1.outcome(of: $0)?.all }),
      Formula(
        "outcomes.value", "the points of the rule, or the score of the cutoff",
        by: "the row's source", of: ofValue),
      Formula(
        "outcomes.value_for_worse", "the points of the rule for a change for the worse",
        by: "the row's source", of: ofValue),
      Formula(
        "agreements.counts", "pairs by the verdicts of the first and the second rule",
        counting: { $1.agreement(of: $0) }),
      Formula(
        "agreements.agreement", "the share of pairs where both rules agree", by: "arithmetic",
        of: .paired),
      Formula(
        "agreements.kappa", "agreement beyond that expected by chance",
        by: "Cohen 1960", of: .paired),
    ]

  private static let proportions = [
    Formula("paired_proportions.of", "participants scored at both times", counting: .paired),
    Formula(
      "paired_proportions.baseline_count", "pairs with such a score at baseline",
      counting: inClass(atBaseline: true)),
    Formula(
      "paired_proportions.followup_count", "pairs with such a score at the timepoint",
      counting: inClass(atFollowUp: true)),
    Formula(
      "paired_proportions.baseline_share", "the share with such a score at baseline",
      "baseline_count / of",
      of: .paired),
    Formula(
      "paired_proportions.followup_share", "the share with such a score at the timepoint",
      "followup_count / of",
      of: .paired),
    Formula(
      "paired_proportions.moved_in",
      "pairs with such a score at the timepoint but not at baseline",
      counting: inClass(atBaseline: false, atFollowUp: true)),
    Formula(
      "paired_proportions.moved_out",
      "pairs with such a score at baseline but not at the timepoint",
      counting: inClass(atBaseline: true, atFollowUp: false)),
    Formula(
      "paired_proportions.difference", "the difference between the two shares",
      "followup_share − baseline_share", of: .paired),
    Formula(
      "paired_proportions.difference_ci95", "95 % interval of the difference",
      by: "Newcombe 1998, method 10", of: .paired),
    Formula(
      "paired_proportions.p", "test of whether as many moved in as out", by: "exact McNemar test",
      of: .paired),
  ]

  private static func inClass(
    atBaseline: Bool? = nil, atFollowUp: Bool? = nil
  ) -> @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? {
    { number, answer in
      answer.scoreClass(of: number).map {
        .paired(in: $0, atBaseline: atBaseline, atFollowUp: atFollowUp)
      }
    }
  }

  private static let combinedCriteria = [
    Formula(
      "measured_at_baseline", "enrolled participants with PHQ-9 and GAD-7 at baseline",
      counting: .talkingTherapies(where: \.isMeasuredAtBaseline)),
    Formula(
      "finished", "enrolled participants with PHQ-9 and GAD-7 at both times",
      counting: .talkingTherapies(where: \.isFinished)),
    Formula(
      "at_caseness", "finished participants with PHQ-9 or GAD-7 at or above threshold at baseline",
      counting: .talkingTherapies(where: \.isAtCaseness)),
    Formula(
      "raised", "enrolled participants with PHQ-9 above 9 at baseline",
      counting: .depression(where: \.isRaised)),
    Formula(
      "depression.due", "participants elevated at baseline for whom the timepoint is due",
      counting: .depression(where: \.isDue)),
  ]
}
