import Text

/// Prints people as a JSON list of objects, alone or as the last member of an object: byte for byte
/// what `JSONWriter` makes of the whole.
struct PeopleJSON {
  private let people: PeopleTable
  private let members: [JSONMember]
  /// The key of the list behind the members.
  private static let key = "participants"

  init(_ people: PeopleTable, after members: [JSONMember]) {
    self.people = people
    self.members = members
  }

  func write<Failure: Error>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    guard people.count > 0 else {
      let list = JSONMember(Self.key, .array([]))
      let whole = members.isEmpty ? list.value : .object(members + [list])
      return try sink(JSONWriter.pretty(whole) + "\n")
    }
    let indent = members.isEmpty ? 2 : 4
    let lines = members.map {
      "  \(JSONWriter.quoted($0.key)): \(JSONWriter.pretty($0.value, indent: 2)),\n"
    }
    try sink(
      members.isEmpty ? "[\n" : "{\n" + lines.joined() + "  \(JSONWriter.quoted(Self.key)): [\n")
    let margin = String(repeating: " ", count: indent)
    var known: [Shape: Parts] = [:]
    for index in 0..<people.count {
      let (id, end) = people.row(index)
      let quoted = JSONWriter.quoted(id)
      let shape = Shape(length: quoted.utf8.count, end: end)
      let parts = known[shape] ?? Parts(shape, of: people, indent: indent)
      known[shape] = parts
      let comma = index == people.count - 1 ? "\n" : ",\n"
      try sink(margin + parts.before + quoted + parts.after + comma)
    }
    try sink(members.isEmpty ? "]\n" : "  ]\n}\n")
  }

  /// Objects with the same end and ids of one length are laid out alike.
  private struct Shape: Hashable {
    /// Of the id between its quotation marks.
    let length: Int
    let end: Int
  }

  /// What stands before and behind the id of an object.
  private struct Parts {
    let before: String
    let after: String

    init(_ shape: Shape, of people: PeopleTable, indent: Int) {
      let id = String(repeating: "x", count: shape.length - 2)
      let object = PeopleJSON.object([.text(id)] + people.ends[shape.end], people.columns)
      let text = JSONWriter.pretty(object, indent: indent)
      let place = text.firstRange(of: "\"\(id)\"") ?? text.startIndex..<text.startIndex
      before = String(text[..<place.lowerBound])
      after = String(text[place.upperBound...])
    }
  }

  private static func object(_ cells: [Cell], _ columns: [Column]) -> JSONValue {
    var object = DisclosedObject()
    for (column, cell) in zip(columns, cells) { object.add(column.key, cell) }
    return object.json
  }
}
