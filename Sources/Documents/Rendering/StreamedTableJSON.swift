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

  package func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    guard table.count > 0 else {
      return try sink(Array((JSONWriter.pretty(whole([])) + "\n").utf8))
    }
    var buffer = OutputBuffer()
    let lines = members.map {
      "  \(JSONWriter.quoted($0.key)): \(JSONWriter.pretty($0.value, indent: 2)),\n"
    }
    buffer.append("{\n" + lines.joined() + "  \(JSONWriter.quoted(key)): [\n")
    let layout = RowLayout(table, indent: Self.indent)
    for row in 0..<table.count {
      layout.append(row, to: &buffer)
      buffer.append(row == table.count - 1 ? "\n" : ",\n")
      try buffer.flushIfFull(to: sink)
    }
    buffer.append("  ]\n}\n")
    try buffer.flush(to: sink)
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
  /// Each cell as a member on a line of its own, with what separates it from the member before.
  private let pretty: SharedTexts
  /// Likewise, where the whole object is on one line.
  private let compact: SharedTexts
  /// The parts that are the same in every row.
  private let parts: Parts
  private let indent: Int

  /// The text up to the id's value, where the object has several lines and where it has one; the
  /// start of the inner object; and the ends.
  private struct Parts {
    var strings = ByteStrings()
    let start, compactStart, innerStart, end, innerEnd, brace: Int
    let compactLength: Int

    init(_ table: StreamedTable, indent: Int) {
      let margin = "\n" + spaces(indent + 2)
      let id = JSONWriter.quoted(table.idColumn.key) + ": "
      let inner = table.innerObject.map { "," + margin + JSONWriter.quoted($0.key) + ": {" }
      let first = strings.add([
        spaces(indent) + "{" + margin + id, spaces(indent) + "{" + id, inner ?? "",
        "\n" + spaces(indent) + "}", margin + "}", "}",
      ])
      (start, compactStart, innerStart) = (first, first + 1, first + 2)
      (end, innerEnd, brace) = (first + 3, first + 4, first + 5)
      compactLength = strings.range(of: compactStart).count + 1
    }
  }

  init(_ table: StreamedTable, indent: Int) {
    self.table = table
    self.indent = indent
    parts = Parts(table, indent: indent)
    let inner = table.innerObject
    let (margin, innerMargin) = ("\n" + spaces(indent + 2), "\n" + spaces(indent + 4))
    let keys = table.shared.indices.map { column in
      guard let inner, inner.columns.contains(column) else {
        return table.shared[column].column.key
      }
      return inner.keys[column - inner.columns.lowerBound]
    }.map { JSONWriter.quoted($0) + ": " }
    pretty = SharedTexts(
      table,
      table.shared.enumerated().map { column, shared in
        let isInner = inner?.columns.contains(column) ?? false
        let separator = (column == inner?.columns.lowerBound && isInner ? "" : ",")
        return shared.cells.map { cell in
          separator + (isInner ? innerMargin : margin) + keys[column]
            + JSONWriter.pretty(cell.json, indent: indent + (isInner ? 4 : 2))
        }
      })
    compact = SharedTexts(
      table,
      table.shared.enumerated().map { column, shared in
        let isFirst = inner.map { $0.columns.contains(column) && $0.columns.lowerBound == column }
        return shared.cells.map { cell in
          (isFirst == true ? "" : ", ") + keys[column] + JSONWriter.compact(cell.json)
        }
      })
  }

  /// Appends the object of a row, with the spaces before it.
  @inline(__always)
  func append(_ row: Int, to buffer: inout OutputBuffer) {
    let id = JSONWriter.quoted(table.id(row))
    let columns = 0..<table.shared.count
    guard let inner = table.innerObject else {
      let length = compact.length(row, columns) + parts.compactLength + id.utf8.count
      guard length > JSONWriter.widestLine else {
        buffer.append(parts.compactStart, of: parts.strings)
        buffer.append(id)
        compact.append(row, to: &buffer)
        return buffer.append(parts.brace, of: parts.strings)
      }
      buffer.append(parts.start, of: parts.strings)
      buffer.append(id)
      pretty.append(row, to: &buffer)
      return buffer.append(parts.end, of: parts.strings)
    }
    buffer.append(parts.start, of: parts.strings)
    buffer.append(id)
    pretty.append(row, 0..<inner.columns.lowerBound, to: &buffer)
    buffer.append(parts.innerStart, of: parts.strings)
    if compact.length(row, inner.columns) + 2 + indent + 2 > JSONWriter.widestLine {
      pretty.append(row, inner.columns, to: &buffer)
      buffer.append(parts.innerEnd, of: parts.strings)
    } else {
      compact.append(row, inner.columns, to: &buffer)
      buffer.append(parts.brace, of: parts.strings)
    }
    pretty.append(row, inner.columns.upperBound..<columns.count, to: &buffer)
    buffer.append(parts.end, of: parts.strings)
  }
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
