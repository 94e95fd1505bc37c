import Analysis

/// The formulas of numbers that compare two groups, or those who stayed with those lost to
/// follow-up.
enum GroupFormulas {
  static let all = difference + stayed + lost + attributes + table1

  private static let welch = "Welch 1947, doi 10.1093/biomet/34.1-2.28"

  /// The pairs of a group and of the group that it is compared with, or of the whole cohort where
  /// it is compared with all others.
  private static let bothSides: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? =
    { number, _ in
      guard let against = number.text("against"), let group = number.text("group") else {
        return .paired.ofEverybody
      }
      return .paired.ofEverybody.of(groups: [group, against].map(DocumentNumber.Place.value))
    }

  private static let difference = [
    Formula(
      "differences.difference",
      "mean change of the group − mean change of the other side",
      by: "arithmetic mean", of: bothSides),
    Formula(
      "differences.ci95", "difference ± quantile .975 of Student's t × its standard error",
      by: welch, of: bothSides),
    Formula(
      "differences.t", "difference / √(sd² / pairs of the group + sd² / pairs of the other side)",
      by: welch, of: bothSides),
    Formula(
      "differences.df", "degrees of freedom, usually not a whole number",
      by: "Welch and Satterthwaite", of: bothSides),
    Formula("differences.p", "both tails of Student's t beyond t", by: welch, of: bothSides),
    Formula(
      "differences.p_holm", "p adjusted across all differences of an output", by: "Holm 1979",
      of: bothSides),
    Formula(
      "differences.cohens_d", "difference / the pooled standard deviation of the changes",
      by: "Cohen 1988", of: bothSides),
    Formula(
      "differences.cohens_d_ci95", "from the noncentral t distributions that have t at either end",
      by: "noncentral t", of: bothSides),
    Formula(
      "differences.hedges_g", "J × cohens_d, J with the degrees of freedom of both sides",
      by: "Hedges 1981, doi 10.3102/10769986006002107, eq. 6e, exact", of: bothSides),
  ]

  private static let stayed = [
    Formula(
      "stayed", "participants scored at baseline and at the timepoint",
      counting: .paired),
    Formula(
      "stayed_baseline_mean", "baseline mean of those who stayed", by: "arithmetic mean",
      of: .paired),
    Formula(
      "stayed_baseline_sd", "baseline standard deviation of those who stayed",
      by: "sample standard deviation", of: .paired),
  ]

  private static let lost = [
    Formula(
      "lost", "participants scored at baseline and lost to follow-up: due, but not scored",
      counting: .lostSinceBaseline),
    Formula(
      "lost_baseline_mean", "baseline mean of those lost to follow-up", by: "arithmetic mean",
      of: .lostSinceBaseline),
    Formula(
      "lost_baseline_sd", "baseline standard deviation of those lost to follow-up",
      by: "sample standard deviation",
      of: .lostSinceBaseline),
    Formula(
      "standardized_difference",
      "mean of those lost − mean of those who stayed, in units of the common standard deviation",
      "(lost_baseline_mean − stayed_baseline_mean)"
        + " / √((lost_baseline_sd² + stayed_baseline_sd²) / 2)",
      by: "Austin 2009, doi 10.1002/sim.3697", of: .pairedOrLost),
  ]

  private static let attributes = [
    Formula(
      "attributes.standardized_difference",
      "share of the value among those lost − among those who stayed, in units of the common"
        + " binomial standard deviation",
      by: "Austin 2009, doi 10.1002/sim.3697", of: .pairedOrLost)
  ]

  private static let table1 = [
    Formula(
      "table1.attributes.count", "enrolled participants with this value of the attribute",
      counting: .enrolled),
    Formula(
      "table1.attributes.percent",
      "participants with this value, in percent of those with any value of the attribute",
      of: .enrolled),
    Formula(
      "table1_differences.standardized_difference",
      "difference between the groups in units of the common standard deviation, without sign; with"
        + " more than two groups, the largest difference between any two",
      by: "Austin 2009, doi 10.1002/sim.3697; for attributes Yang and Dalton 2012, not read",
      of: .enrolled),
  ]
}
