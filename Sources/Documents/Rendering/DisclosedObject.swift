import Text

/// A JSON object in the making that says in its last member, `"suppressed": true`, when something
/// in it is not shown.
package struct DisclosedObject {
  private var members: [JSONMember] = []
  private var isSuppressed = false

  package init() {}

  /// Adds a cell as it may be shown.
  package mutating func add(_ key: String, _ cell: Cell) {
    if cell == .suppressed { isSuppressed = true }
    add(key, cell.json)
  }

  /// Adds a value that is about nobody, or an object that says itself what is not shown.
  package mutating func add(_ key: String, _ value: JSONValue) {
    members.append(JSONMember(key, value))
  }

  /// The members in the order in which they were added, and whether something is not shown.
  package var finished: [JSONMember] {
    members + (isSuppressed ? [JSONMember("suppressed", .bool(true))] : [])
  }

  package var json: JSONValue { .object(finished) }
}
