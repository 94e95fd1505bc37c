import Text

/// A JSON object whose last member is a list with one object for each row of a streamed table. The
/// output is byte for byte that of `JSONWriter` for the whole object.
package struct StreamedTableJSON {
  private let table: StreamedTable
  private let members: [JSONMember]
  /// The key of the list.
  private let key: String
  /// The number of spaces before the objects of the list.
  private static let indent = 4

  /// - Parameters:
  ///   - key: the key of the list of rows.
  ///   - members: the members before the list; at least the schema.
  package init(_ table: StreamedTable, under key: String, after members: [JSONMember]) {
    self.table = table
    self.key = key
    self.members = members
  }

  package func write<Failure: Error>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    guard table.count > 0 else { return try sink(JSONWriter.pretty(whole([])) + "\n") }
    let lines = members.map {
      "  \(JSONWriter.quoted($0.key)): \(JSONWriter.pretty($0.value, indent: 2)),\n"
    }
    try sink("{\n" + lines.joined() + "  \(JSONWriter.quoted(key)): [\n")
    let margin = String(repeating: " ", count: Self.indent)
    var known: [Shape: Parts] = [:]
    for index in 0..<table.count {
      let (id, end) = table.row(index)
      let quoted = JSONWriter.quoted(id)
      let shape = Shape(length: quoted.utf8.count, end: end)
      let parts = known[shape] ?? Parts(shape, of: table)
      known[shape] = parts
      let comma = index == table.count - 1 ? "\n" : ",\n"
      try sink(margin + parts.before + quoted + parts.after + comma)
    }
    try sink("  ]\n}\n")
  }

  /// The object as one value, with all rows in memory.
  package var whole: JSONValue {
    whole(
      (0..<table.count).map { index in
        let (id, end) = table.row(index)
        return Self.object([.text(id)] + table.ends[end], table.columns)
      })
  }

  private func whole(_ rows: [JSONValue]) -> JSONValue {
    .object(members + [JSONMember(key, .array(rows))])
  }

  /// The layout of an object: objects with the same end and ids of the same length share it.
  private struct Shape: Hashable {
    /// The length of the id with its quotation marks, in bytes.
    let length: Int
    let end: Int
  }

  /// The text before and after the id of an object.
  private struct Parts {
    let before: String
    let after: String

    init(_ shape: Shape, of table: StreamedTable) {
      let id = String(repeating: "x", count: shape.length - 2)
      let object = StreamedTableJSON.object([.text(id)] + table.ends[shape.end], table.columns)
      let text = JSONWriter.pretty(object, indent: StreamedTableJSON.indent)
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
