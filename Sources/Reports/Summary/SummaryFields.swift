import Analysis
import Records
import Statistics

/// The numbers of a summary under their CSV and JSON keys, in output order.
enum SummaryFields {
  static let measure: [Field<MeasureSummary>] = [
    .text("instrument") { $0.instrument.id.rawValue },
    .text("construct", \.instrument.construct),
    .text("direction") { $0.instrument.direction.rawValue },
  ]

  static let timepoint: [Field<Timepoint>] = [
    .text("timepoint") { $0.id.rawValue },
    .count("day", tells: .none) { $0.day },
  ]

  static let scores: [Field<DescriptiveStatistics>] = [
    .people("n", .scored) { $0.n },
    .number("mean", \.mean),
    .number("sd", \.standardDeviation),
    .number("median", tells: position, \.median),
    .number("q1", tells: position, \.firstQuartile),
    .number("q3", tells: position, \.thirdQuartile),
    .number("min", tells: .extreme, \.minimum),
    .number("max", tells: .extreme, \.maximum),
  ]

  /// The sensitivity of quartiles and medians. A quartile between two scores reveals whether the
  /// number of participants is even, so it has no decimals where that number is rounded.
  static let position = Sensitivity.statistic(decimals: 0)

  static let enrolled: [Field<Denominators>] = [
    .people("enrolled", .enrolled) { $0.enrolled }
  ]

  /// The number due follows from the number not due.
  static let dueIsShown = Sensitivity.following(from: [[.notDue]])
  static let lossIsShown = Sensitivity.following(
    from: [[.notDue, .scored], Denominators.reasonsForLoss])

  static let due: [Field<Denominators>] = [
    .count("due", tells: dueIsShown) { $0.due },
    .count("lost_to_follow_up", tells: lossIsShown) { $0.lostToFollowUp },
  ]

  static let absences: [Field<Denominators>] = AbsenceReason.all.map { reason in
    .people(reason.key, reason.name) { reason.count($0) }
  }

  static let outsideWindow: [Field<Denominators>] = [
    .people("scored_outside_window", .scoredOutsideWindow) { $0.scoredOutsideWindow }
  ]

  static let change: [Field<ChangeSummary>] = [
    .people("pairs", .pairs) { $0.test.pairs },
    .number("baseline_mean", \.baselineMean),
    .number("followup_mean", \.followUpMean),
    .number("mean_change", \.test.meanChange),
    .number("sd_change", \.test.standardDeviation),
    .number("se_change", tells: .revealing, \.test.standardError),
    .interval("ci95", \.test.confidenceInterval),
    .number("t", tells: .revealing, \.test.t),
    .count("df", tells: .revealing, \.test.degreesOfFreedom),
    .probability("p", \.test.p),
    .percent("percent_change", \.percent?.ofMeans),
    .interval("percent_change_ci95", \.percent?.confidenceIntervalOfMeans),
    .percent(
      "mean_percent_change", tells: .statistic(alsoFrom: [.percentUndefined]),
      \.percent?.meanOfIndividuals),
    .people(
      "mean_percent_change_undefined", .percentUndefined, \.percent?.individualsLeftOut),
    .percent("improvement_percent", \.improvementPercent),
    .number("cohens_dz", tells: .revealing, \.sizes.cohensDz),
    .number("cohens_dav", \.sizes.cohensDav),
    .number("hedges_g_av", tells: .revealing, \.sizes.hedgesGav),
  ]
}
