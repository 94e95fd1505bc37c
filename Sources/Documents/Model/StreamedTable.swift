/// A table of very many rows, each with its own id and then cells that many rows share. It is
/// written row by row and is not kept in memory as a whole.
package struct StreamedTable: Sendable, Equatable {
  /// The columns, the one of the ids first.
  package let columns: [Column]
  /// The distinct ends of rows: the cells after the id. Each belongs to at least one row.
  package let ends: [[Cell]]
  /// The number of rows.
  package let count: Int
  /// Returns the id of a row, and the index of its end in `ends`.
  package let row: @Sendable (Int) -> (id: String, end: Int)

  /// - Parameters:
  ///   - columns: the columns, the one of the ids first.
  ///   - ends: the distinct ends of rows, with one cell for each column after the first.
  ///   - count: the number of rows.
  ///   - row: returns the id of a row, counted from 0, and the index of its end.
  package init(
    columns: [Column], ends: [[Cell]], count: Int,
    row: @escaping @Sendable (Int) -> (id: String, end: Int)
  ) {
    self.columns = columns
    self.ends = ends
    self.count = count
    self.row = row
  }

  /// The table with all rows in memory.
  package var whole: Table {
    Table(
      columns: columns,
      rows: (0..<count).map { index in
        let (id, end) = row(index)
        return [.text(id)] + ends[end]
      })
  }

  package static func == (left: StreamedTable, right: StreamedTable) -> Bool {
    left.whole == right.whole
  }
}
