import Statistics
import Text

extension Table {
  /// One object a row, with the columns' keys in their order; what is missing is null.
  package var json: JSONValue {
    .array(
      rows.map { row in
        var object = DisclosedObject()
        for (column, cell) in zip(columns, row) { object.add(column.key, cell) }
        return object.json
      })
  }
}

extension Cell {
  /// The value in full; an interval as a list of its two ends.
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .decimal(let value, _), .change(let value, _), .percent(let value, _),
      .share(let value, _),
      .probability(let value), .money(let value, _, _):
      .optional(value)
    case .interval(let ends, _): .array([.optional(ends.lower), .optional(ends.upper)])
    case .date(let date): .string(date.description)
    case .flag(let isTrue): .bool(isTrue)
    case .missing, .suppressed, .blank: .null
    }
  }
}

extension Sequence {
  /// The members that these fields make of a subject, for output that is not shared; all null where
  /// there is no subject.
  func members<Subject>(of subject: Subject?) -> [JSONMember] where Element == Field<Subject> {
    map { field in JSONMember(field.column.key, subject.map { field.cell($0).json } ?? .null) }
  }

  /// The cells that these fields make of a subject, for output that is not shared; all blank where
  /// there is no subject.
  func cells<Subject>(of subject: Subject?) -> [Cell] where Element == Field<Subject> {
    map { field in subject.map(field.cell) ?? .blank }
  }

  /// The cells that these fields make of a subject, as far as they may be shown; all blank where
  /// there is no subject.
  func cells<Subject>(of subject: Subject?, _ row: DisclosedRow) -> [Cell]
  where Element == Field<Subject> {
    map { field in subject.map { row.cell(field.cell($0), field.sensitivity) } ?? .blank }
  }
}
