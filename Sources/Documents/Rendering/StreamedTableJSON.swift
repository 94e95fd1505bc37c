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
    let layout = RowLayout(table, indent: Self.indent)
    for row in 0..<table.count {
      try sink(margin + layout.object(row) + (row == table.count - 1 ? "\n" : ",\n"))
    }
    try sink("  ]\n}\n")
  }

  /// The object as one value, with all rows in memory.
  package var whole: JSONValue { whole((0..<table.count).map(object)) }

  private func whole(_ rows: [JSONValue]) -> JSONValue {
    .object(members + [JSONMember(key, .array(rows))])
  }

  private func object(_ row: Int) -> JSONValue {
    let cells = table.shared.map { JSONMember($0.column.key, $0.cells[Int($0.indices[row])].json) }
    let id = JSONMember(table.idColumn.key, .string(table.id(row)))
    guard let inner = table.innerObject else { return .object([id] + cells) }
    let nested = zip(inner.keys, cells[inner.columns]).map { JSONMember($0, $1.value) }
    return .object(
      [id] + cells[..<inner.columns.lowerBound] + [JSONMember(inner.key, .object(nested))]
        + cells[inner.columns.upperBound...])
  }
}

/// The texts from which the objects of the rows are put together.
private struct RowLayout {
  private let table: StreamedTable
  private let indent: Int
  /// The member of the id, up to its value.
  private let idStart: String
  /// For each column, each of its cells as a member of the row's object.
  private let members: [[Text]]
  private let innerStart: String

  /// A member as it is written on a line of its own, and where everything is on one line.
  private struct Text {
    let pretty: String
    let compact: String
  }

  init(_ table: StreamedTable, indent: Int) {
    self.table = table
    self.indent = indent
    let inner = table.innerObject
    idStart = JSONWriter.quoted(table.idColumn.key) + ": "
    innerStart = inner.map { JSONWriter.quoted($0.key) + ": " } ?? ""
    members = table.shared.enumerated().map { position, column in
      let isInner = inner?.columns.contains(position) ?? false
      let key = inner.flatMap { isInner ? $0.keys[position - $0.columns.lowerBound] : nil }
      let start = JSONWriter.quoted(key ?? column.column.key) + ": "
      return column.cells.map { cell in
        Text(
          pretty: start + JSONWriter.pretty(cell.json, indent: indent + (isInner ? 4 : 2)),
          compact: start + JSONWriter.compact(cell.json))
      }
    }
  }

  func object(_ row: Int) -> String {
    let id = idStart + JSONWriter.quoted(table.id(row))
    guard let inner = table.innerObject else {
      return joined([Text(pretty: id, compact: id)], texts(row, 0..<members.count), indent: indent)
    }
    let attributes = joined([], texts(row, inner.columns), indent: indent + 2)
    let before = [id] + texts(row, 0..<inner.columns.lowerBound).map(\.pretty)
    let after = texts(row, inner.columns.upperBound..<members.count).map(\.pretty)
    return lines(before + [innerStart + attributes] + after, indent: indent)
  }

  private func texts(_ row: Int, _ columns: Range<Int>) -> [Text] {
    columns.map { members[$0][Int(table.shared[$0].indices[row])] }
  }

  /// An object of plain values: on one line if it fits, as `JSONWriter` decides.
  private func joined(_ first: [Text], _ rest: [Text], indent: Int) -> String {
    let members = first + rest
    let length = members.reduce(2) { $0 + $1.compact.utf8.count } + 2 * max(0, members.count - 1)
    guard length + indent > JSONWriter.widestLine else {
      return "{" + members.map(\.compact).joined(separator: ", ") + "}"
    }
    return lines(members.map(\.pretty), indent: indent)
  }

  private func lines(_ members: [String], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent + 2)
    return "{\n" + margin + members.joined(separator: ",\n" + margin) + "\n"
      + String(repeating: " ", count: indent) + "}"
  }
}
