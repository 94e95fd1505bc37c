import Analysis
import Statistics

/// A number or name that programs get of a subject, under the key they know it by.
///
/// One list of fields makes both the members of a JSON object and the columns of a CSV file, so
/// that the two cannot disagree.
struct Field<Subject>: Sendable {
  let column: Column
  /// What it tells about people, for what leaves the program.
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

  /// How many people there are, missing where it is undefined.
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

  /// A text about nobody, missing where there is none.
  static func text(_ key: String, _ value: @escaping @Sendable (Subject) -> String?) -> Field {
    Field(column: Column(key, .leading), sensitivity: .none) { subject in
      value(subject).map(Cell.text) ?? .blank
    }
  }
}
