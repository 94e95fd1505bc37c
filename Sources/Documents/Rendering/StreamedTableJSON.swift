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
    let layout = RowLayout(table, indent: Self.indent)
    let margin = spaces(Self.indent)
    var text = ""
    for row in 0..<table.count {
      text.removeAll(keepingCapacity: true)
      text += margin
      layout.append(row, to: &text)
      text += row == table.count - 1 ? "\n" : ",\n"
      try sink(text)
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

/// The texts from which the objects of the rows are put together. Each cell is turned into a text
/// once, however many rows have it.
private struct RowLayout {
  private let table: StreamedTable
  /// For each column, the index of each row's cell.
  private let indices: [[Int32]]
  /// For each column, each of its cells as a member on a line of its own, with what separates it
  /// from the member before.
  private let pretty: [[String]]
  /// Likewise, where the whole object is on one line.
  private let compact: [[String]]
  /// The lengths of the compact members, in bytes.
  private let lengths: [[Int]]
  /// The text up to the id's value, where the object has several lines, and where it has one.
  private let start: String
  private let compactStart: String
  private let innerStart: String
  private let end: String
  private let innerEnd: String
  private let indent: Int

  init(_ table: StreamedTable, indent: Int) {
    self.table = table
    self.indent = indent
    let inner = table.innerObject
    let (margin, innerMargin) = ("\n" + spaces(indent + 2), "\n" + spaces(indent + 4))
    let id = JSONWriter.quoted(table.idColumn.key) + ": "
    start = "{" + margin + id
    compactStart = "{" + id
    innerStart = inner.map { "," + margin + JSONWriter.quoted($0.key) + ": {" } ?? ""
    end = "\n" + spaces(indent) + "}"
    innerEnd = "\n" + spaces(indent + 2) + "}"
    indices = table.shared.map(\.indices)
    let keys = table.shared.indices.map { column in
      guard let inner, inner.columns.contains(column) else {
        return table.shared[column].column.key
      }
      return inner.keys[column - inner.columns.lowerBound]
    }.map { JSONWriter.quoted($0) + ": " }
    pretty = table.shared.enumerated().map { column, shared in
      let isInner = inner?.columns.contains(column) ?? false
      let separator = (column == inner?.columns.lowerBound && isInner ? "" : ",")
      return shared.cells.map { cell in
        separator + (isInner ? innerMargin : margin) + keys[column]
          + JSONWriter.pretty(cell.json, indent: indent + (isInner ? 4 : 2))
      }
    }
    compact = table.shared.enumerated().map { column, shared in
      let isFirst = inner.map { $0.columns.contains(column) && $0.columns.lowerBound == column }
      return shared.cells.map { cell in
        (isFirst == true ? "" : ", ") + keys[column] + JSONWriter.compact(cell.json)
      }
    }
    lengths = compact.map { $0.map(\.utf8.count) }
  }

  /// Appends the object of a row.
  func append(_ row: Int, to text: inout String) {
    let id = JSONWriter.quoted(table.id(row))
    guard let inner = table.innerObject else {
      let fits = length(row, 0..<indices.count) + compactStart.utf8.count + id.utf8.count + 1
      guard fits + indent > JSONWriter.widestLine else {
        text += compactStart
        text += id
        append(compact, row, 0..<indices.count, to: &text)
        text += "}"
        return
      }
      text += start
      text += id
      append(pretty, row, 0..<indices.count, to: &text)
      text += end
      return
    }
    text += start
    text += id
    append(pretty, row, 0..<inner.columns.lowerBound, to: &text)
    text += innerStart
    if length(row, inner.columns) + 2 + indent + 2 > JSONWriter.widestLine {
      append(pretty, row, inner.columns, to: &text)
      text += innerEnd
    } else {
      append(compact, row, inner.columns, to: &text)
      text += "}"
    }
    append(pretty, row, inner.columns.upperBound..<indices.count, to: &text)
    text += end
  }

  private func append(
    _ texts: [[String]], _ row: Int, _ columns: Range<Int>, to text: inout String
  ) {
    for column in columns { text += texts[column][Int(indices[column][row])] }
  }

  /// The length of the compact members of these columns, in bytes.
  private func length(_ row: Int, _ columns: Range<Int>) -> Int {
    columns.reduce(0) { $0 + lengths[$1][Int(indices[$1][row])] }
  }
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
