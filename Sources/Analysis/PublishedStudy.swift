import Instruments

/// The figures of the published study that a cohort is put beside.
///
/// Bravata DM, Kim J, Russell DW, Goldman R, Pace E. Digitally Enabled Peer Support Intervention to
/// Address Loneliness and Mental Health: Prospective Cohort Analysis. JMIR Formative Research 2023;
/// 7:e48864, doi 10.2196/48864. The abstract was read; the tables were not. The percentages and the
/// savings are as two public articles quote them.
package enum PublishedStudy {
  /// One published change.
  package struct Figure: Sendable, Equatable {
    /// What this program puts beside it; the sources read name the study's scales less exactly.
    package let instrument: String
    package let construct: String
    package let timepoint: String
    /// Percent change of the mean from baseline, as printed there.
    package let percentChange: Double
    /// Digits after the point, as printed there.
    package let decimals: Int
  }

  package static let citation =
    "Bravata et al. 2023, JMIR Formative Research 7:e48864, doi 10.2196/48864"

  /// How the figures are known.
  package static let standing =
    "single group, no comparison group; figures as quoted in public articles, tables not read"

  package static let figures = [
    Figure(
      instrument: "ucla-3", construct: "loneliness", timepoint: "day30", percentChange: -11.6,
      decimals: 1),
    Figure(
      instrument: "ucla-3", construct: "loneliness", timepoint: "day90", percentChange: -14.6,
      decimals: 1),
    Figure(
      instrument: "phq-2", construct: "depression", timepoint: "day90", percentChange: -50.1,
      decimals: 1),
    Figure(
      instrument: "gad-7", construct: "anxiety", timepoint: "day90", percentChange: -29,
      decimals: 0),
    Figure(
      instrument: "healthy-days", construct: "unhealthy days", timepoint: "day90",
      percentChange: -13, decimals: 0),
  ]

  /// US dollars per participant and year, by a formula that the sources read do not state.
  package static let savings = 615.0
}
