import Analysis
import Documents
import Statistics
import Text

/// A number or text of a subject, under its CSV and JSON key.
///
/// One list of fields makes both the members of a JSON object and the columns of a CSV file, so
/// that the two cannot disagree.
struct Field<Subject>: Sendable {
  let column: Column
  /// The information it discloses about participants; decides what shared output hides.
  let sensitivity: Sensitivity
  let cell: @Sendable (Subject) -> Cell

  /// A statistic, missing where it is undefined.
  static func number(
    _ key: String, tells sensitivity: Sensitivity = .statistic(),
    _ value: @escaping @Sendable (Subject) -> Double?
  ) -> Field {
    number(key, tells: sensitivity, value) { .decimal($0, decimals: 2) }
  }

  /// A statistic in percent.
  static func percent(
    _ key: String, tells sensitivity: Sensitivity = .statistic(),
    _ value: @escaping @Sendable (Subject) -> Double?
  ) -> Field {
    number(key, tells: sensitivity, value) { .percent($0, decimals: 1) }
  }

  /// A p value.
  static func probability(
    _ key: String, _ value: @escaping @Sendable (Subject) -> Double?
  ) -> Field {
    number(key, tells: .statistic(), value, as: Cell.probability)
  }

  private static func number(
    _ key: String, tells sensitivity: Sensitivity,
    _ value: @escaping @Sendable (Subject) -> Double?, as cell: @escaping @Sendable (Double) -> Cell
  ) -> Field {
    Field(column: Column(key), sensitivity: sensitivity) { value($0).map(cell) ?? .blank }
  }

  /// A number of participants, missing where it is undefined.
  static func people(
    _ key: String, _ name: CountName, _ value: @escaping @Sendable (Subject) -> Int?
  ) -> Field {
    count(key, tells: .people(name), value)
  }

  /// A whole number, missing where it is undefined.
  static func count(
    _ key: String, tells sensitivity: Sensitivity = .statistic(),
    _ value: @escaping @Sendable (Subject) -> Int?
  ) -> Field {
    Field(column: Column(key), sensitivity: sensitivity) { subject in
      value(subject).map(Cell.integer) ?? .blank
    }
  }

  /// Two statistics, missing where they are undefined.
  static func interval(
    _ key: String, tells sensitivity: Sensitivity = .statistic(),
    _ value: @escaping @Sendable (Subject) -> ConfidenceInterval?
  ) -> Field {
    Field(column: Column(key, holdsIntervals: true), sensitivity: sensitivity) { subject in
      value(subject).map { .interval($0, decimals: 2) } ?? .blank
    }
  }

  /// A text that discloses nothing about participants, missing where there is none.
  static func text(_ key: String, _ value: @escaping @Sendable (Subject) -> String?) -> Field {
    Field(column: Column(key, .leading), sensitivity: .none) { subject in
      value(subject).map(Cell.text) ?? .blank
    }
  }
}

extension DisclosedObject {
  /// Adds a subject's values for these fields, hidden or rounded as required; all null without a
  /// subject.
  mutating func add<Subject>(
    _ fields: [Field<Subject>], of subject: Subject?, _ row: DisclosedRow
  ) {
    for field in fields {
      add(field.column.key, subject.map { row.cell(field.cell($0), field.sensitivity) } ?? .blank)
    }
  }
}

extension Sequence {
  /// A subject's values for these fields as JSON members, for output that is not shared; all null
  /// without a subject.
  func members<Subject>(of subject: Subject?) -> [JSONMember] where Element == Field<Subject> {
    map { field in JSONMember(field.column.key, subject.map { field.cell($0).json } ?? .null) }
  }

  /// A subject's values for these fields as cells, for output that is not shared; all blank without
  /// a subject.
  func cells<Subject>(of subject: Subject?) -> [Cell] where Element == Field<Subject> {
    map { field in subject.map(field.cell) ?? .blank }
  }

  /// A subject's values for these fields as cells, hidden or rounded as required; all blank without
  /// a subject.
  func cells<Subject>(of subject: Subject?, _ row: DisclosedRow) -> [Cell]
  where Element == Field<Subject> {
    map { field in subject.map { row.cell(field.cell($0), field.sensitivity) } ?? .blank }
  }
}
