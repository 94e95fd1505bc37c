import Text

/// Reads lines byte by byte, without any thought of speed: what `LineScanner` is held against.
package struct PlainReader {
  package let schema: LineSchema
  package let format: LineFormat

  package init(schema: LineSchema, format: LineFormat) {
    self.schema = schema
    self.format = format
  }

  /// What a line, without its line end, holds.
  package func read(_ line: [UInt8]) -> LineOutcome {
    do throws(LineFault) {
      let values: [[UInt8]]
      switch format {
      case .csv:
        var reader = PlainCSVReader(
          line: line, columns: schema.columns.count, addedColumns: schema.addedColumns)
        values = try reader.values()
      case .json:
        var reader = PlainJSONReader(line: line, schema: schema)
        values = try reader.values()
      }
      guard String(validating: line, as: UTF8.self) != nil else {
        return .fault(LineFault(kind: .notUTF8, offset: 0))
      }
      return .values(values.map { String(decoding: $0, as: UTF8.self) })
    } catch {
      return .fault(error)
    }
  }
}

/// Reads the fields of one CSV line from left to right (RFC 4180 without line ends in fields). A
/// line that is older than some columns has its last field last all the same.
package struct PlainCSVReader {
  package let line: [UInt8]
  package let columns: Int
  package let addedColumns: Int
  private var position = 0

  package init(line: [UInt8], columns: Int, addedColumns: Int = 0) {
    self.line = line
    self.columns = columns
    self.addedColumns = addedColumns
  }

  package mutating func values() throws(LineFault) -> [[UInt8]] {
    var values: [[UInt8]] = []
    while true {
      values.append(
        next == UInt8(ascii: "\"")
          ? try quotedField(values.count) : try plainField(values.count))
      if next == nil { break }
      position += 1
    }
    let lacking = columns - values.count
    if (1...max(1, addedColumns)).contains(lacking), addedColumns > 0, let last = values.popLast() {
      return values + repeatElement([], count: lacking) + [last]
    }
    guard lacking == 0 else {
      throw LineFault(
        kind: .tooFewFields(found: values.count, expected: columns), offset: position)
    }
    return values
  }

  /// The byte that comes next; nil at the end of the line.
  private var next: UInt8? { position < line.count ? line[position] : nil }

  private mutating func plainField(_ column: Int) throws(LineFault) -> [UInt8] {
    var field: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: ",") {
      if byte == UInt8(ascii: "\"") {
        throw LineFault(kind: .quoteInsideField, offset: position)
      }
      try refuseControl(byte)
      field.append(byte)
      position += 1
    }
    try refuseExtra(column)
    return field
  }

  private mutating func quotedField(_ column: Int) throws(LineFault) -> [UInt8] {
    try refuseExtra(column)
    let start = position
    var field: [UInt8] = []
    position += 1
    while let byte = next {
      try refuseControl(byte)
      position += 1
      if byte != UInt8(ascii: "\"") {
        field.append(byte)
      } else if next == UInt8(ascii: "\"") {
        position += 1
        field.append(byte)
      } else if next == nil || next == UInt8(ascii: ",") {
        return field
      } else {
        throw LineFault(kind: .textAfterQuote, offset: position)
      }
    }
    throw LineFault(kind: .unclosedQuote, offset: start)
  }

  private func refuseControl(_ byte: UInt8) throws(LineFault) {
    if byte < 0x20 { throw LineFault(kind: .controlCharacter(byte), offset: position) }
  }

  private func refuseExtra(_ column: Int) throws(LineFault) {
    if column == columns {
      throw LineFault(kind: .tooManyFields(expected: columns), offset: position)
    }
  }
}
