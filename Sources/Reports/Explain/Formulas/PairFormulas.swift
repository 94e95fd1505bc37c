import Analysis
import Statistics

/// The numbers that stand on those scored both at baseline and at a follow-up.
enum PairFormulas {
  static let all = change + percent + sizes + ranks

  private static let lakens = "Lakens 2013, doi 10.3389/fpsyg.2013.00863"
  private static let hedges = "Hedges 1981, doi 10.3102/10769986006002107, eq. 6e, exact"

  private static let change = [
    Formula("pairs", "those scored at the timepoint and at baseline", counting: .paired),
    Formula("analyzed", "those scored at the timepoint and at baseline", counting: .paired),
    Formula("baseline_mean", "mean at baseline, of the pairs", by: "arithmetic mean", of: .paired),
    Formula(
      "followup_mean", "mean at the timepoint, of the pairs", by: "arithmetic mean", of: .paired),
    Formula(
      "mean_change", "mean of each participant's score − the same participant's baseline",
      "followup_mean − baseline_mean", of: .paired),
    Formula(
      "sd_change", "the spread of the changes, with pairs − 1", by: "sample standard deviation",
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
      "p adjusted over all instruments and timepoints of the same people", by: "Holm 1979",
      of: .paired),
  ]

  private static let percent = [
    Formula(
      "percent_change", "change of the means in percent of the mean at baseline",
      "100 × (followup_mean − baseline_mean) / baseline_mean", of: .paired),
    Formula(
      "percent_change_ci95", "interval of the ratio of two paired means", by: "Fieller 1954",
      of: .paired),
    Formula(
      "mean_percent_change",
      "mean of each participant's 100 × change / baseline, those with a baseline of 0 left out",
      by: "arithmetic mean", of: .paired),
    Formula(
      "mean_percent_change_undefined", "pairs left out since their baseline is 0",
      counting: .paired { pair, _ in PercentChange.leavesOut(baseline: pair.baseline) }),
    Formula(
      "improvement_percent",
      "percent_change, its sign turned where a lower score is better, so that better is positive",
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
      "mean of each participant's own percent of the distance, those already at the end left out",
      by: "arithmetic mean", of: .paired),
    Formula(
      "mean_percent_of_distance_undefined", "pairs left out since they began at the better end",
      counting: .paired { pair, pairs in
        PercentOfDistance.leavesOut(baseline: pair.baseline, end: pairs.instrument.betterEnd)
      }),
  ]

  private static let sizes = [
    Formula(
      "cohens_dz", "in units of the spread of the changes", "mean_change / sd_change", by: lakens,
      of: .paired),
    Formula(
      "cohens_dz_ci95", "the noncentral t distributions in which t is at either end, / √pairs",
      by: "noncentral t", of: .paired),
    Formula(
      "cohens_dav", "mean_change / the mean of both standard deviations, of the pairs", by: lakens,
      of: .paired),
    Formula(
      "hedges_g_z", "J × cohens_dz, J with pairs − 1 degrees of freedom", by: hedges, of: .paired),
    Formula(
      "hedges_g_av", "J × cohens_dav, J with pairs − 1 degrees of freedom", by: hedges,
      of: .paired),
    Formula(
      "glass_delta", "mean_change / the standard deviation at baseline, of the pairs",
      by: "Glass 1976, doi 10.3102/0013189X005010003", of: .paired),
    Formula(
      "hedges_g_glass", "J × glass_delta, J with pairs − 1 degrees of freedom", by: hedges,
      of: .paired),
  ]

  private static let ranks = [
    Formula(
      "median_change", "the middle of all changes, those of 0 among them",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "q1_change", "a quarter of all changes lies below",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "q3_change", "a quarter of all changes lies above",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "changed", "pairs whose score changed", counting: .paired { $1.isChanged($0) }),
    Formula(
      "unchanged", "pairs whose score did not change", "pairs − changed",
      counting: .paired { !$1.isChanged($0) }),
    Formula(
      "wilcoxon_v", "sum of the ranks of the rises among all changes", by: "Wilcoxon 1945",
      of: .paired),
    Formula(
      "wilcoxon_p",
      "exact below 50 changes without ties or zeros, else normal with corrections for ties and continuity",
      by: "Wilcoxon 1945; as R's wilcox.test, paired", of: .paired),
    Formula(
      "wilcoxon_p_holm",
      "wilcoxon_p adjusted over all instruments and timepoints of the same people",
      by: "Holm 1979", of: .paired),
    Formula(
      "hodges_lehmann",
      "pseudomedian: median of the averages of any two changes, pairs without change left out",
      by: "Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172", of: .paired),
    Formula(
      "hodges_lehmann_ci95", "the values that the signed rank test does not reject",
      by: "Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172", of: .paired),
    Formula(
      "rank_biserial", "ranks of the rises − ranks of the falls, / all ranks",
      "4 × wilcoxon_v / (changed × (changed + 1)) − 1",
      by: "Kerby 2014, doi 10.2466/11.IT.3.1", of: .paired),
  ]
}
