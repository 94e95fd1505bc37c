/// A table with a row for each of very many people: the id, then cells that many of them share. It
/// is written row by row, and never held as a whole.
package struct PeopleTable: Sendable, Equatable {
  /// The first one is of the ids.
  let columns: [Column]
  /// The different ends of rows, each of some row: the cells behind the id.
  let ends: [[Cell]]
  /// How many rows there are.
  let count: Int
  /// The id of a row, and the number of its end.
  let row: @Sendable (Int) -> (id: String, end: Int)

  /// All rows at once.
  var table: Table {
    Table(
      columns: columns,
      rows: (0..<count).map { index in
        let (id, end) = row(index)
        return [.text(id)] + ends[end]
      })
  }

  package static func == (left: PeopleTable, right: PeopleTable) -> Bool {
    left.table == right.table
  }
}
