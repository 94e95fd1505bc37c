import Text

/// Prints an object whose last member is a list of people, one object each: byte for byte what
/// `JSONWriter` makes of the whole.
struct PeopleJSON {
  private let people: PeopleTable
  private let members: [JSONMember]
  /// The key of the list.
  private static let key = "participants"
  /// How far the objects of the list are indented.
  private static let indent = 4

  /// - Parameter members: what stands before the people; at least the schema.
  init(_ people: PeopleTable, after members: [JSONMember]) {
    self.people = people
    self.members = members
  }

  func write<Failure: Error>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    guard people.count > 0 else { return try sink(JSONWriter.pretty(whole([])) + "\n") }
    let lines = members.map {
      "  \(JSONWriter.quoted($0.key)): \(JSONWriter.pretty($0.value, indent: 2)),\n"
    }
    try sink("{\n" + lines.joined() + "  \(JSONWriter.quoted(Self.key)): [\n")
    let margin = String(repeating: " ", count: Self.indent)
    var known: [Shape: Parts] = [:]
    for index in 0..<people.count {
      let (id, end) = people.row(index)
      let quoted = JSONWriter.quoted(id)
      let shape = Shape(length: quoted.utf8.count, end: end)
      let parts = known[shape] ?? Parts(shape, of: people)
      known[shape] = parts
      let comma = index == people.count - 1 ? "\n" : ",\n"
      try sink(margin + parts.before + quoted + parts.after + comma)
    }
    try sink("  ]\n}\n")
  }

  /// The same as one value, with every row in memory.
  var whole: JSONValue {
    whole(
      (0..<people.count).map { index in
        let (id, end) = people.row(index)
        return Self.object([.text(id)] + people.ends[end], people.columns)
      })
  }

  private func whole(_ rows: [JSONValue]) -> JSONValue {
    .object(members + [JSONMember(Self.key, .array(rows))])
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

    init(_ shape: Shape, of people: PeopleTable) {
      let id = String(repeating: "x", count: shape.length - 2)
      let object = PeopleJSON.object([.text(id)] + people.ends[shape.end], people.columns)
      let text = JSONWriter.pretty(object, indent: PeopleJSON.indent)
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
