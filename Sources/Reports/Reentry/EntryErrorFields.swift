import Analysis
import Documents

/// The errors among fields that were entered twice, under their CSV and JSON keys, in output order.
enum EntryErrorFields {
  static let all: [Field<EntryErrors>] = [
    .count("compared") { $0.compared },
    .count("differed") { $0.differed },
    .count("paper_as_first") { $0.paperAsFirst },
    .count("paper_as_second") { $0.paperAsSecond },
    .count("paper_as_neither") { $0.paperAsNeither },
    .count("errors") { $0.errors },
    .number("errors_per_1000") { $0.perThousand },
    .interval("errors_per_1000_ci95") { $0.perThousandInterval },
  ]

  /// The columns of a table for people.
  static let columns = [
    Column("compared"), Column("differed"), Column("errors"), Column("per 1,000"),
    Column("95 % CI", key: "ci95", holdsIntervals: true),
  ]

  /// The cells below `columns`.
  static func cells(of errors: EntryErrors) -> [Cell] {
    [
      .integer(errors.compared), .integer(errors.differed), .integer(errors.errors),
      errors.perThousand.map { .decimal($0, decimals: 1) } ?? .blank,
      errors.perThousandInterval.map { .interval($0, decimals: 1) } ?? .blank,
    ]
  }
}
