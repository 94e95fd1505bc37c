import Text

/// A JSON object in the making that says in its last member, `"suppressed": true`, when something
/// in it is not shown.
struct DisclosedObject {
  private var members: [JSONMember] = []
  private var isSuppressed = false

  /// Adds what these fields make of a subject; all null where there is no subject.
  mutating func add<Subject>(
    _ fields: [Field<Subject>], of subject: Subject?, _ row: DisclosedRow
  ) {
    for field in fields {
      add(field.column.key, subject.map { row.cell(field.cell($0), field.sensitivity) } ?? .blank)
    }
  }

  /// Adds a cell as it may be shown.
  mutating func add(_ key: String, _ cell: Cell) {
    if cell == .suppressed { isSuppressed = true }
    add(key, cell.json)
  }

  /// Adds a value that is about nobody, or an object that says itself what is not shown.
  mutating func add(_ key: String, _ value: JSONValue) {
    members.append(JSONMember(key, value))
  }

  /// The members in the order in which they were added, and whether something is not shown.
  var finished: [JSONMember] {
    members + (isSuppressed ? [JSONMember("suppressed", .bool(true))] : [])
  }

  var json: JSONValue { .object(finished) }
}
