import Text

/// Writes the rows of a table one after the other: call `startRow`, append the cells, call
/// `endRow`; call `finish` after the last row.
struct RowWriter {
  private let syntax: TableSyntax
  private let strings: ByteStrings
  private let between: Int
  private let rowEnd: Int
  private var buffer = OutputBuffer()
  private var hasRows = false

  /// - Parameter strings: the parts that the rows are made of.
  init(_ syntax: TableSyntax, _ strings: ByteStrings = ByteStrings()) {
    self.syntax = syntax
    var strings = strings
    between = strings.add(syntax.between)
    rowEnd = strings.add(syntax.rowEnd)
    self.strings = strings
    buffer.append(syntax.opening)
  }

  /// Begins a row.
  @inline(__always)
  mutating func startRow() {
    if hasRows { append(between) }
    hasRows = true
  }

  /// Appends the byte string with this number.
  @inline(__always)
  mutating func append(_ number: Int) {
    buffer.append(number, of: strings)
  }

  /// Appends any other bytes.
  mutating func append(_ bytes: [UInt8]) {
    buffer.append(bytes)
  }

  /// Ends a row.
  @inline(__always)
  mutating func endRow(to sink: ByteSink) throws(Problems) {
    append(rowEnd)
    try buffer.flushIfFull(to: sink)
  }

  /// Ends the table.
  mutating func finish(to sink: ByteSink) throws(Problems) {
    buffer.append(hasRows ? syntax.closing : syntax.closingWithoutRows)
    try buffer.flush(to: sink)
  }
}
