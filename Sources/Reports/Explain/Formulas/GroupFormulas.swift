import Analysis

/// The numbers that compare two sides: two groups, or those who stayed with those who were lost.
enum GroupFormulas {
  static let all = difference + stayed + lost + attributes + table1

  private static let welch = "Welch 1947, doi 10.1093/biomet/34.1-2.28"

  /// Those of a group and of the one that it is compared with, or of all where it is with the
  /// others.
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
      "differences.df", "degrees of freedom, mostly no whole number",
      by: "Welch and Satterthwaite", of: bothSides),
    Formula("differences.p", "both tails of Student's t beyond t", by: welch, of: bothSides),
    Formula(
      "differences.p_holm", "p adjusted over all differences of an output", by: "Holm 1979",
      of: bothSides),
    Formula(
      "differences.cohens_d", "difference / the pooled standard deviation of the changes",
      by: "Cohen 1988", of: bothSides),
    Formula(
      "differences.cohens_d_ci95", "the noncentral t distributions in which t is at either end",
      by: "noncentral t", of: bothSides),
    Formula(
      "differences.hedges_g", "J × cohens_d, J with the degrees of freedom of both sides",
      by: "Hedges 1981, doi 10.3102/10769986006002107, eq. 6e, exact", of: bothSides),
  ]

  private static let stayed = [
    Formula(
      "stayed", "those scored at baseline who are scored at the timepoint too",
      counting: .paired),
    Formula(
      "stayed_baseline_mean", "mean at baseline of those who stayed", by: "arithmetic mean",
      of: .paired),
    Formula(
      "stayed_baseline_sd", "spread at baseline of those who stayed",
      by: "sample standard deviation", of: .paired),
  ]

  private static let lost = [
    Formula(
      "lost", "those scored at baseline who are lost to follow-up: due, and not scored",
      counting: .lostSinceBaseline),
    Formula(
      "lost_baseline_mean", "mean at baseline of those lost", by: "arithmetic mean",
      of: .lostSinceBaseline),
    Formula(
      "lost_baseline_sd", "spread at baseline of those lost", by: "sample standard deviation",
      of: .lostSinceBaseline),
    Formula(
      "standardized_difference", "mean of the lost − mean of those who stayed, in common spreads",
      "(lost_baseline_mean − stayed_baseline_mean)"
        + " / √((lost_baseline_sd² + stayed_baseline_sd²) / 2)",
      by: "Austin 2009, doi 10.1002/sim.3697", of: .pairedOrLost),
  ]

  private static let attributes = [
    Formula(
      "attributes.standardized_difference",
      "share of the value among the lost − among those who stayed, in common binomial spreads",
      by: "Austin 2009, doi 10.1002/sim.3697", of: .pairedOrLost)
  ]

  private static let table1 = [
    Formula(
      "table1.attributes.count", "those enrolled who have this value of the attribute",
      counting: .enrolled),
    Formula(
      "table1.attributes.percent",
      "those who have this value, in percent of those with any value of the attribute",
      of: .enrolled),
    Formula(
      "table1_differences.standardized_difference",
      "how far the groups are apart in units of the common standard deviation, without sign; of"
        + " more than two the largest difference between any two",
      by: "Austin 2009, doi 10.1002/sim.3697; of attributes Yang and Dalton 2012, not read",
      of: .enrolled),
  ]
}
