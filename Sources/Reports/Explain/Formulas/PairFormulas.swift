import Analysis
import Statistics

/// The formulas of numbers computed from participants scored both at baseline and at a follow-up.
enum PairFormulas {
  static let all = change + percent + sizes + ranks

  private static let lakens = "Lakens 2013, doi 10.3389/fpsyg.2013.00863"
  private static let hedges = "Hedges 1981, doi 10.3102/10769986006002107, eq. 6e, exact"

  private static let change = [
    Formula("pairs", "participants scored at the timepoint and at baseline", counting: .paired),
    Formula("analyzed", "participants scored at the timepoint and at baseline", counting: .paired),
    Formula("baseline_mean", "baseline mean of the pairs", by: "arithmetic mean", of: .paired),
    Formula(
      "followup_mean", "mean of the pairs at the timepoint", by: "arithmetic mean", of: .paired),
    Formula(
      "mean_change", "mean of each participant's score − the same participant's baseline score",
      "followup_mean − baseline_mean", of: .paired),
    Formula(
      "sd_change", "the standard deviation of the changes, with pairs − 1",
      by: "sample standard deviation",
      of: .paired),
    Formula(
      "se_change", "standard error of the mean change", "sd_change / √pairs", of: .paired),
    Formula(
      "ci95", "mean_change ± quantile .975 of Student's t × se_change", by: "paired t interval",
      of: .paired),
    Formula(
      "t", "Student's t of a mean change of 0", "mean_change / se_change", by: "paired t test",
      of: .paired),
    Formula("df", "degrees of freedom", "pairs − 1", by: "paired t test", of: .paired),
    Formula(
      "p", "both tails of Student's t beyond t, with df degrees of freedom",
      by: "paired t test, two-sided", of: .paired),
    Formula(
      "p_holm",
      "p adjusted across all instruments and timepoints of the same group", by: "Holm 1979",
      of: .paired),
  ]

  private static let percent = [
    Formula(
      "percent_change", "change of the means in percent of the baseline mean",
      "100 × (followup_mean − baseline_mean) / baseline_mean", of: .paired),
    Formula(
      "percent_change_ci95", "interval of the ratio of two paired means", by: "Fieller 1954",
      of: .paired),
    Formula(
      "mean_percent_change",
      "mean of each participant's 100 × change / baseline, without those with a baseline of 0",
      by: "arithmetic mean", of: .paired),
    Formula(
      "mean_percent_change_undefined", "pairs left out because their baseline is 0",
      counting: .paired { pair, _ in PercentChange.leavesOut(baseline: pair.baseline) }),
    Formula(
      "improvement_percent",
      "percent_change with its sign reversed if lower scores are better, so that better is"
        + " positive",
      of: .paired),
    Formula(
      "percent_of_distance",
      "how much of the mean distance to the better end of the scale was closed, in percent",
      of: .paired),
    Formula(
      "percent_of_distance_ci95", "interval of the ratio of two paired means", by: "Fieller 1954",
      of: .paired),
    Formula(
      "mean_percent_of_distance",
      "mean of each participant's percent of the distance, without those already at the better end",
      by: "arithmetic mean", of: .paired),
    Formula(
      "mean_percent_of_distance_undefined", "pairs left out because they began at the better end",
      counting: .paired { pair, pairs in
        PercentOfDistance.leavesOut(baseline: pair.baseline, end: pairs.instrument.betterEnd)
      }),
  ]

  private static let sizes = [
    Formula(
      "cohens_dz", "mean change in units of the standard deviation of the changes",
      "mean_change / sd_change", by: lakens,
      of: .paired),
    Formula(
      "cohens_dz_ci95",
      "from the noncentral t distributions that have t at either end, / √pairs",
      by: "noncentral t", of: .paired),
    Formula(
      "cohens_dav", "mean_change / the mean of the pairs' two standard deviations", by: lakens,
      of: .paired),
    Formula(
      "hedges_g_z", "J × cohens_dz, J with pairs − 1 degrees of freedom", by: hedges, of: .paired),
    Formula(
      "hedges_g_av", "J × cohens_dav, J with pairs − 1 degrees of freedom", by: hedges,
      of: .paired),
    Formula(
      "glass_delta", "mean_change / the pairs' baseline standard deviation",
      by: "Glass 1976, doi 10.3102/0013189X005010003", of: .paired),
    Formula(
      "hedges_g_glass", "J × glass_delta, J with pairs − 1 degrees of freedom", by: hedges,
      of: .paired),
  ]

  private static let ranks = [
    Formula(
      "median_change", "the median of all changes, including those of 0",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "q1_change", "a quarter of all changes lie below",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "q3_change", "a quarter of all changes lie above",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "changed", "pairs whose score changed", counting: .paired { $1.isChanged($0) }),
    Formula(
      "unchanged", "pairs whose score did not change", "pairs − changed",
      counting: .paired { !$1.isChanged($0) }),
    Formula(
      "wilcoxon_v", "sum of the ranks of the increases among all changes", by: "Wilcoxon 1945",
      of: .paired),
    Formula(
      "wilcoxon_p",
      "exact for fewer than 50 changes with no ties or zeros, otherwise normal with corrections for"
        + " ties and continuity",
      by: "Wilcoxon 1945; as R's wilcox.test, paired", of: .paired),
    Formula(
      "wilcoxon_p_holm",
      "wilcoxon_p adjusted across all instruments and timepoints of the same group",
      by: "Holm 1979", of: .paired),
    Formula(
      "hodges_lehmann",
      "pseudomedian: the median of the averages of every two changes, without pairs that did not"
        + " change",
      by: "Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172", of: .paired),
    Formula(
      "hodges_lehmann_ci95", "the values that the signed-rank test does not reject",
      by: "Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172", of: .paired),
    Formula(
      "rank_biserial", "(ranks of the increases − ranks of the decreases) / all ranks",
      "4 × wilcoxon_v / (changed × (changed + 1)) − 1",
      by: "Kerby 2014, doi 10.2466/11.IT.3.1", of: .paired),
  ]
}
