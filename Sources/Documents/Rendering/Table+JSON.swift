import Text

extension Table {
  /// One object for each row, with the columns' keys in their order; missing values are null.
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
  /// The value in full; an interval is a list of its two ends.
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .decimal(let value, _), .change(let value, _), .percent(let value, _),
      .share(let value, _),
      .probability(let value), .money(let value, _, _):
      .optional(value)
    case .interval(let lower, let upper, _): .array([.optional(lower), .optional(upper)])
    case .date(let date): .string(date)
    case .list(let texts): .array(texts.map(JSONValue.string))
    case .flag(let isTrue): .bool(isTrue)
    case .missing, .suppressed, .blank: .null
    }
  }
}
