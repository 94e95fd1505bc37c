/// A table of very many rows: each has an id of its own, then cells that many rows share. It is
/// written row by row, and never held as a whole.
package struct StreamedTable: Sendable, Equatable {
  /// The first one is of the ids.
  package let columns: [Column]
  /// The different ends of rows, each of some row: the cells behind the id.
  package let ends: [[Cell]]
  /// How many rows there are.
  package let count: Int
  /// The id of a row, and the number of its end.
  package let row: @Sendable (Int) -> (id: String, end: Int)

  /// - Parameters:
  ///   - columns: the first one is of the ids.
  ///   - ends: the different ends of rows: one cell for each column after the first.
  ///   - count: how many rows there are.
  ///   - row: the id of a row, counted from 0, and the number of its end.
  package init(
    columns: [Column], ends: [[Cell]], count: Int,
    row: @escaping @Sendable (Int) -> (id: String, end: Int)
  ) {
    self.columns = columns
    self.ends = ends
    self.count = count
    self.row = row
  }

  /// All rows at once.
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
