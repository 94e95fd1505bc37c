import Analysis
import Records
import Statistics

/// The numbers of a summary by the keys that programs know them by, in their order.
enum SummaryFields {
  static let measure: [Field<MeasureSummary>] = [
    .text("instrument") { $0.instrument.id.rawValue },
    .text("construct", \.instrument.construct),
    .text("direction") { $0.instrument.direction.rawValue },
  ]

  static let timepoint: [Field<Timepoint>] = [
    .text("timepoint") { $0.id.rawValue },
    .count("day") { $0.day },
  ]

  static let scores: [Field<DescriptiveStatistics>] = [
    .count("n") { $0.n },
    .number("mean", \.mean),
    .number("sd", \.standardDeviation),
    .number("median", \.median),
    .number("q1", \.firstQuartile),
    .number("q3", \.thirdQuartile),
    .number("min", \.minimum),
    .number("max", \.maximum),
  ]

  static let absences: [Field<DenominatorLedger>] = AbsenceReason.all.map { reason in
    .count(reason.key) { reason.count($0) }
  }

  static let outsideWindow: [Field<DenominatorLedger>] = [
    .count("scored_outside_window") { $0.scoredOutsideWindow }
  ]

  static let change: [Field<ChangeSummary>] = [
    .count("pairs") { $0.test.pairs },
    .number("baseline_mean", \.baselineMean),
    .number("followup_mean", \.followUpMean),
    .number("mean_change", \.test.meanChange),
    .number("sd_change", \.test.standardDeviation),
    .number("se_change", \.test.standardError),
    .interval("ci95", \.test.confidenceInterval),
    .number("t", \.test.t),
    .count("df", \.test.degreesOfFreedom),
    .number("p", \.test.p),
    .number("percent_change", \.percent?.ofMeans),
    .interval("percent_change_ci95", \.percent?.confidenceIntervalOfMeans),
    .number("mean_percent_change", \.percent?.meanOfIndividuals),
    .count("mean_percent_change_undefined", \.percent?.individualsLeftOut),
    .number("improvement_percent", \.improvementPercent),
    .number("cohens_dz", \.sizes.cohensDz),
    .number("cohens_dav", \.sizes.cohensDav),
    .number("hedges_g_av", \.sizes.hedgesGav),
  ]
}
