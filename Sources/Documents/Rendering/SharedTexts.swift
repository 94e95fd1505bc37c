/// The texts of a streamed table's cells in one format. Each cell is turned into a text once,
/// however many rows have it.
struct SharedTexts {
  /// For each column, the texts of its cells.
  private let texts: [[String]]
  /// For each column, the index of each row's cell.
  private let indices: [[Int32]]

  /// - Parameter texts: for each column after that of the ids, or for the first ones, the texts of
  ///   its cells.
  init(_ table: StreamedTable, _ texts: [[String]]) {
    self.texts = texts
    indices = table.shared.prefix(texts.count).map(\.indices)
  }

  /// Appends the texts of a row's cells.
  func append(_ row: Int, to line: inout String) {
    for column in indices.indices { line += texts[column][Int(indices[column][row])] }
  }
}
