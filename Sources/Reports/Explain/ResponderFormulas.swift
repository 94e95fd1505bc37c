import Analysis

/// The numbers that single participants' changes are judged by, and how many have which outcome.
enum ResponderFormulas {
  static let all = yardstick + cutoffs + outcomes + proportions + criteria

  private static let index = "Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12"

  private static let yardstick = [
    Formula(
      "reliability",
      "as given, as published, or Cronbach's alpha of the answers at baseline, as reliability_from"
        + " says",
      by: "reliability_from", of: .paired),
    Formula(
      "reliability_forms", "forms at baseline that are complete, item by item, of everybody",
      by: "number of forms", of: .paired),
    Formula(
      "cohort_alpha", "Cronbach's alpha of the complete forms at baseline of everybody",
      by: "Cronbach 1951", of: .paired),
    Formula(
      "cohort_alpha_ci95", "95 % interval of cohort_alpha", by: "Feldt 1965", of: .paired),
    Formula(
      "cohort_alpha_forms", "forms at baseline that are complete, item by item, of everybody",
      by: "number of forms", of: .paired),
    Formula(
      "responders.baseline_mean",
      "mean at baseline of those whose spread sd_from names, or of the pairs",
      by: "arithmetic mean", of: .paired),
    Formula(
      "responders.sd", "spread at baseline of everybody, also in a group; whose, sd_from says",
      by: "sample standard deviation, or as given", of: .paired),
    Formula(
      "standard_error_of_measurement", "how far a score is from the true one",
      "sd × √(1 − reliability)", by: index, of: .paired),
    Formula(
      "standard_error_of_difference", "how far two scores of somebody unchanged are apart",
      "√2 × standard_error_of_measurement", by: index, of: .paired),
    Formula(
      "critical_value", "quantile .975 of the normal distribution", by: "normal distribution",
      of: nil),
    Formula(
      "threshold", "the change that has to be exceeded to be reliable",
      "critical_value × standard_error_of_difference", by: index, of: .paired),
    Formula(
      "smallest_reliable_change", "the smallest change of whole scores above the threshold",
      by: index, of: .paired),
  ]

  private static let cutoffs = [
    Formula("norm_mean", "mean of people without the problem, as given", by: "given", of: nil),
    Formula("norm_sd", "spread of people without the problem, as given", by: "given", of: nil),
    Formula(
      "cutoff_a", "baseline_mean, two sd towards health", by: index, of: .paired),
    Formula(
      "cutoff_b", "norm_mean, two norm_sd away from health", by: index, of: nil),
    Formula(
      "cutoff_c", "equally many spreads from both means",
      "(sd × norm_mean + norm_sd × baseline_mean) / (sd + norm_sd)", by: index, of: .paired),
  ]

  private static let outcomes =
    shares("outcomes.", of: .paired) + [
      Formula(
        "outcomes.value", "the points of the rule, or the score of the line",
        by: "the row's source", of: .paired),
      Formula(
        "outcomes.value_for_worse", "the points of the rule for a change for the worse",
        by: "the row's source", of: .paired),
      Formula(
        "agreements.counts", "pairs by the verdicts of the first way, and of the second",
        by: "count", of: .paired),
      Formula(
        "agreements.agreement", "the share of pairs on which both ways agree", by: "arithmetic",
        of: .paired),
      Formula(
        "agreements.kappa", "agreement beyond what both ways' shares make by chance",
        by: "Cohen 1960", of: .paired),
    ]

  private static let proportions = [
    Formula("paired_proportions.of", "those scored at both times", by: "count", of: .paired),
    Formula(
      "paired_proportions.baseline_count", "those of the pairs with such a score at baseline",
      by: "count",
      of: .paired),
    Formula(
      "paired_proportions.followup_count", "those of the pairs with such a score at the timepoint",
      by: "count",
      of: .paired),
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
      by: "count", of: .paired),
    Formula(
      "paired_proportions.moved_out",
      "those of the pairs with such a score at baseline and not at the timepoint",
      by: "count", of: .paired),
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

  private static let everybody = LedgerQuestion.enrollment(withdrawnOnly: false)

  /// Criteria over several questionnaires have no ledger of their own: everybody asked about is listed.
  private static let criteria =
    shares("talking_therapies.outcomes.", of: everybody)
    + shares("depression.outcomes.", of: everybody) + [
      Formula(
        "measured_at_baseline", "those enrolled who have PHQ-9 and GAD-7 at baseline", by: "count",
        of: everybody),
      Formula(
        "finished", "those enrolled who have PHQ-9 and GAD-7 at both times", by: "count",
        of: everybody),
      Formula(
        "at_caseness", "those finished with PHQ-9 or GAD-7 at its threshold or above at baseline",
        by: "count", of: everybody),
      Formula(
        "raised", "those enrolled with PHQ-9 above 9 at baseline", by: "count", of: everybody),
      Formula(
        "depression.due", "those raised for whom the timepoint was due", by: "count",
        of: everybody),
    ]

  private static func shares(_ section: String, of people: LedgerQuestion) -> [Formula] {
    [
      Formula(section + "count", "those with this outcome", by: "count", of: people),
      Formula(section + "of", "those whom the share is of", by: "count", of: people),
      Formula(
        section + "share", "the share of those with this outcome", "count / of", of: people),
      Formula(
        section + "share_ci95", "95 % interval of the share", by: "Wilson 1927", of: people),
    ]
  }
}
