import Analysis

/// The numbers that single participants' changes are judged by, and how many have which outcome.
enum ResponderFormulas {
  static let all = criteria + cutoffs + outcomes + proportions + combinedCriteria

  private static let index = "Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12"

  /// Changes are measured alike for everybody and for every group.
  private static let pairsOfEverybody = InclusionCriterion.paired.ofEverybody
  private static let formsOfEverybody = InclusionCriterion.completeForms.atBaseline.ofEverybody

  private static let criteria = [
    Formula(
      "reliability",
      "as given, as published, or Cronbach's alpha of the answers at baseline, as reliability_from"
        + " says",
      by: "reliability_from", of: { $1.reliability(of: $0) }),
    Formula(
      "reliability_forms", "those scored at baseline whose form is complete, item by item",
      counting: formsOfEverybody),
    Formula(
      "cohort_alpha", "Cronbach's alpha of the complete forms at baseline of everybody",
      by: "Cronbach 1951", of: formsOfEverybody),
    Formula(
      "cohort_alpha_ci95", "95 % interval of cohort_alpha", by: "Feldt 1965",
      of: formsOfEverybody),
    Formula(
      "cohort_alpha_forms", "those scored at baseline whose form is complete, item by item",
      counting: formsOfEverybody),
    Formula(
      "responders.baseline_mean",
      "mean at baseline of those whose spread sd_from names, or of the pairs",
      by: "arithmetic mean", of: { $1.spread(of: $0) ?? pairsOfEverybody }),
    Formula(
      "responders.sd", "spread at baseline of everybody, also in a group; whose, sd_from says",
      by: "sample standard deviation, or as given", of: { $1.spread(of: $0) }),
    Formula(
      "standard_error_of_measurement", "how far a score is from the true one",
      "sd × √(1 − reliability)", by: index, of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
    Formula(
      "standard_error_of_difference", "how far two scores of somebody unchanged are apart",
      "√2 × standard_error_of_measurement", by: index,
      of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
    Formula(
      "critical_value", "quantile .975 of the normal distribution", by: "normal distribution",
      of: nil),
    Formula(
      "threshold", "the change that has to be exceeded to be reliable",
      "critical_value × standard_error_of_difference", by: index,
      of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
    Formula(
      "smallest_reliable_change", "the smallest change of whole scores above the threshold",
      by: index, of: { $1.spread(of: $0) ?? $1.reliability(of: $0) }),
  ]

  private static let cutoffs = [
    Formula("norm_mean", "mean of people without the problem, as given", by: "given", of: nil),
    Formula("norm_sd", "spread of people without the problem, as given", by: "given", of: nil),
    Formula(
      "cutoff_a", "baseline_mean, two sd towards health", by: index,
      of: { $1.spread(of: $0) ?? pairsOfEverybody }),
    Formula(
      "cutoff_b", "norm_mean, two norm_sd away from health", by: index, of: nil),
    Formula(
      "cutoff_c", "equally many spreads from both means",
      "(sd × norm_mean + norm_sd × baseline_mean) / (sd + norm_sd)", by: index,
      of: { $1.spread(of: $0) ?? pairsOfEverybody }
    ),
  ]

  /// Whose data the points of a rule or the score of a line are computed from; nil where they were
  /// published.
  private static let ofValue: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? =
    { number, answer in
      answer.outcome(of: number)?.isComputed == true
        ? answer.spread(of: number) ?? answer.reliability(of: number) : nil
    }

  private static let outcomes =
    [
      Formula(
        "outcomes.count", "those with this outcome", counting: { $1.outcome(of: $0)?.counted }),
      Formula(
        "outcomes.of", "those whom the share is of", counting: { $1.outcome(of: $0)?.all }),
      Formula(
        "outcomes.share", "the share of those with this outcome", "count / of",
        of: { $1.outcome(of: $0)?.all }),
      Formula(
        "outcomes.share_ci95", "95 % interval of the share", by: "Wilson 1927",
        of: { $1.outcome(of: $0)?.all }),
      Formula(
        "outcomes.value", "the points of the rule, or the score of the line",
        by: "the row's source", of: ofValue),
      Formula(
        "outcomes.value_for_worse", "the points of the rule for a change for the worse",
        by: "the row's source", of: ofValue),
      Formula(
        "agreements.counts", "pairs by the verdicts of the first way, and of the second",
        counting: { $1.agreement(of: $0) }),
      Formula(
        "agreements.agreement", "the share of pairs on which both ways agree", by: "arithmetic",
        of: .paired),
      Formula(
        "agreements.kappa", "agreement beyond what both ways' shares make by chance",
        by: "Cohen 1960", of: .paired),
    ]

  private static let proportions = [
    Formula("paired_proportions.of", "those scored at both times", counting: .paired),
    Formula(
      "paired_proportions.baseline_count", "those of the pairs with such a score at baseline",
      counting: inClass(atBaseline: true)),
    Formula(
      "paired_proportions.followup_count", "those of the pairs with such a score at the timepoint",
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
      "those of the pairs with such a score at the timepoint and not at baseline",
      counting: inClass(atBaseline: false, atFollowUp: true)),
    Formula(
      "paired_proportions.moved_out",
      "those of the pairs with such a score at baseline and not at the timepoint",
      counting: inClass(atBaseline: true, atFollowUp: false)),
    Formula(
      "paired_proportions.difference", "the difference of the two shares",
      "followup_share − baseline_share", of: .paired),
    Formula(
      "paired_proportions.difference_ci95", "95 % interval of the difference",
      by: "Newcombe 1998, method 10", of: .paired),
    Formula(
      "paired_proportions.p", "whether as many moved in as out", by: "exact McNemar test",
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
      "measured_at_baseline", "those enrolled who have PHQ-9 and GAD-7 at baseline",
      counting: .talkingTherapies(where: \.isMeasuredAtBaseline)),
    Formula(
      "finished", "those enrolled who have PHQ-9 and GAD-7 at both times",
      counting: .talkingTherapies(where: \.isFinished)),
    Formula(
      "at_caseness", "those finished with PHQ-9 or GAD-7 at its threshold or above at baseline",
      counting: .talkingTherapies(where: \.isAtCaseness)),
    Formula(
      "raised", "those enrolled with PHQ-9 above 9 at baseline",
      counting: .depression(where: \.isRaised)),
    Formula(
      "depression.due", "those raised for whom the timepoint was due",
      counting: .depression(where: \.isDue)),
  ]
}
