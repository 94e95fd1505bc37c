import Statistics

/// A number or name that programs get of a subject, under the key they know it by.
///
/// One list of fields makes both the members of a JSON object and the columns of a CSV file, so that
/// the two cannot disagree.
struct Field<Subject>: Sendable {
  let column: Column
  let cell: @Sendable (Subject) -> Cell

  /// A number, missing where it is undefined.
  static func number(
    _ key: String, _ value: @escaping @Sendable (Subject) -> Double?
  ) -> Field {
    Field(column: Column(key)) { subject in
      value(subject).map { .decimal($0, decimals: 2) } ?? .blank
    }
  }

  /// A whole number, missing where it is undefined.
  static func count(_ key: String, _ value: @escaping @Sendable (Subject) -> Int?) -> Field {
    Field(column: Column(key)) { subject in value(subject).map(Cell.integer) ?? .blank }
  }

  /// Two numbers, missing where they are undefined.
  static func interval(
    _ key: String, _ value: @escaping @Sendable (Subject) -> ConfidenceInterval?
  ) -> Field {
    Field(column: Column(key, holdsIntervals: true)) { subject in
      value(subject).map { .interval($0, decimals: 2) } ?? .blank
    }
  }

  /// A text, missing where there is none.
  static func text(_ key: String, _ value: @escaping @Sendable (Subject) -> String?) -> Field {
    Field(column: Column(key, .leading)) { subject in value(subject).map(Cell.text) ?? .blank }
  }
}
