import Text

/// A builder of a JSON object. If one of its values is hidden, the last member is
/// `"suppressed": true`.
package struct DisclosedObject {
  private var members: [JSONMember] = []
  private var isSuppressed = false

  package init() {}

  /// Adds a cell; a hidden one is null.
  package mutating func add(_ key: String, _ cell: Cell) {
    if cell == .suppressed { isSuppressed = true }
    add(key, cell.json)
  }

  /// Adds a value that discloses nothing about participants, or an object with its own
  /// `suppressed`.
  package mutating func add(_ key: String, _ value: JSONValue) {
    members.append(JSONMember(key, value))
  }

  /// The members in the order of adding, then `suppressed` if a value is hidden.
  package var finished: [JSONMember] {
    members + (isSuppressed ? [JSONMember("suppressed", .bool(true))] : [])
  }

  package var json: JSONValue { .object(finished) }
}
