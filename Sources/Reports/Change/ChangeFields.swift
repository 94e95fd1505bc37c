import Documents
import Analysis
import Statistics

/// The numbers of `outcomes change` under their CSV and JSON keys, in output order. Those of a
/// summary come first, under the same keys.
///
/// A count of only some of the scored or paired participants is not among the disclosed counts, so
/// it is left out of shared output.
enum ChangeFields {
  static let ends: [Field<ScoreEnds>] = [
    .count("at_floor", tells: .extreme) { $0.atFloor },
    .count("at_ceiling", tells: .extreme) { $0.atCeiling },
    .count("days_14_or_more", tells: .extreme) { $0.manyDays?.count },
    .number("share_14_or_more", tells: .extreme) { $0.manyDays?.share?.proportion },
    Field(
      column: Column("share_14_or_more_ci95", holdsIntervals: true), sensitivity: .extreme
    ) { ends in
      ends.manyDays?.share?.confidenceInterval.map { .interval($0, decimals: 2) } ?? .blank
    },
  ]

  static let reliability: [Field<CronbachAlpha>] = [
    .count("alpha_forms", tells: .extreme) { $0.forms },
    .number("alpha", tells: .statistic(decimals: 2)) { $0.alpha },
    .interval("alpha_ci95", \.confidenceInterval),
  ]

  static let tests: [Field<ChangeDetail>] = [
    .probability("p_holm", \.adjustedP),
    .number("median_change", tells: SummaryFields.position, \.changes.median),
    .number("q1_change", tells: SummaryFields.position, \.changes.firstQuartile),
    .number("q3_change", tells: SummaryFields.position, \.changes.thirdQuartile),
    .count("changed", tells: .extreme) { $0.wilcoxon.changed },
    .count("unchanged", tells: .extreme) { $0.wilcoxon.unchanged },
    .number("wilcoxon_v", tells: .extreme) { $0.wilcoxon.sumOfPositiveRanks },
    Field(column: Column("wilcoxon_method", .leading), sensitivity: .statistic()) {
      .text($0.wilcoxon.isExact ? "exact" : "normal_corrected")
    },
    .probability("wilcoxon_p", \.wilcoxon.p),
    .probability("wilcoxon_p_holm", \.adjustedWilcoxonP),
    .number("hodges_lehmann") { $0.hodgesLehmann.pseudomedian },
    .interval("hodges_lehmann_ci95", \.hodgesLehmann.confidenceInterval),
    .number("rank_biserial") { $0.wilcoxon.rankBiserialCorrelation },
  ]

  /// The effect sizes that a summary leaves out.
  static let sizes: [Field<ChangeSummary>] = [
    .number("hedges_g_z") { $0.sizes.hedgesGz },
    .number("glass_delta") { $0.sizes.glassDelta },
    .number("hedges_g_glass") { $0.sizes.hedgesGlassDelta },
  ]

  static let distance: [Field<ChangeDetail>] = [
    .percent("percent_of_distance") { $0.percentOfDistance?.ofMeans },
    .interval("percent_of_distance_ci95") { $0.percentOfDistance?.confidenceIntervalOfMeans },
    .percent("mean_percent_of_distance") { $0.percentOfDistance?.meanOfIndividuals },
    .count("mean_percent_of_distance_undefined", tells: .extreme) {
      $0.percentOfDistance?.individualsLeftOut
    },
  ]

  /// The numbers of a change that a summary leaves out.
  static let beyondSummary =
    tests + [.interval("cohens_dz_ci95", \.cohensDzInterval)] + distance

  static let difference: [Field<GroupDifference>] = [
    .number("difference") { $0.test.difference },
    .interval("ci95", \.test.confidenceInterval),
    .number("t", tells: .revealing) { $0.test.t },
    .number("df", tells: .revealing) { $0.test.degreesOfFreedom },
    .probability("p", \.test.p),
    .probability("p_holm", \.adjustedP),
    .number("cohens_d") { $0.size?.cohensD },
    .interval("cohens_d_ci95", \.size?.confidenceInterval),
    .number("hedges_g") { $0.size?.hedgesG },
  ]
}

extension TimepointDetail {
  /// The reliability; nil where sharing it would disclose a small number of forms.
  func reliability(_ disclosure: Disclosure) -> CronbachAlpha? {
    guard let policy = disclosure.policy, let reliability, policy.hides(reliability.forms) else {
      return reliability
    }
    return nil
  }
}
