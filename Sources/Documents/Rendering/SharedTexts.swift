import Text

/// The texts of a streamed table's cells in one format. Each cell is turned into a text once,
/// however many rows have it.
struct SharedTexts {
  /// The texts of all cells.
  private let strings: ByteStrings
  /// For each column, the number of the text of its first cell.
  private let first: [Int]
  /// For each column, the index of each row's cell.
  private let indices: [[Int32]]

  /// - Parameter texts: for each column after that of the ids, or for the first ones, the texts of
  ///   its cells.
  init(_ table: StreamedTable, _ texts: [[String]]) {
    var strings = ByteStrings()
    first = texts.map { strings.add($0) }
    self.strings = strings
    indices = table.shared.prefix(texts.count).map(\.indices)
  }

  /// Appends the texts of a row's cells in these columns.
  @inline(__always)
  func append(_ row: Int, _ columns: Range<Int>, to buffer: inout OutputBuffer) {
    for column in columns { buffer.append(number(row, column), of: strings) }
  }

  /// Appends the texts of all cells of a row.
  @inline(__always)
  func append(_ row: Int, to buffer: inout OutputBuffer) {
    append(row, 0..<indices.count, to: &buffer)
  }

  /// The length of the texts of a row's cells in these columns, in bytes.
  @inline(__always)
  func length(_ row: Int, _ columns: Range<Int>) -> Int {
    var length = 0
    for column in columns { length += strings.range(of: number(row, column)).count }
    return length
  }

  @inline(__always)
  private func number(_ row: Int, _ column: Int) -> Int {
    first[column] + Int(indices[column][row])
  }
}
