/// A table of very many rows, each with its own id and then cells that are the same in many rows.
/// It is written row by row and is not kept in memory as a whole.
package struct StreamedTable: Sendable, Equatable {
  /// A column after that of the ids: its distinct cells, and which of them each row has.
  package struct SharedColumn: Sendable {
    package let column: Column
    /// The distinct cells; none is suppressed, since lists of participants are never shared.
    package let cells: [Cell]
    /// For each row, the index of its cell.
    package let indices: [Int32]

    package init(_ column: Column, cells: [Cell], indices: [Int32]) {
      self.column = column
      self.cells = cells
      self.indices = indices
    }

    /// Creates a column whose cells follow from a number, such as a day or a count of days.
    /// - Parameters:
    ///   - keys: the number of each row; all of them within a few million.
    ///   - cell: makes the cell of a number; called once for each distinct number.
    package init(_ column: Column, keys: [Int32], cell: (Int) -> Cell) {
      let lowest = keys.min() ?? 0
      let unseen: Int32 = -1
      var index = [Int32](repeating: unseen, count: Int((keys.max() ?? 0) - lowest) + 1)
      var cells: [Cell] = []
      self.column = column
      indices = keys.map { key in
        if index[Int(key - lowest)] == unseen {
          index[Int(key - lowest)] = Int32(cells.count)
          cells.append(cell(Int(key)))
        }
        return index[Int(key - lowest)]
      }
      self.cells = cells
    }
  }

  /// Columns that are the members of one inner object in JSON.
  package struct InnerObject: Sendable, Equatable {
    package let key: String
    /// The positions of the columns among those after the ids.
    package let columns: Range<Int>
    /// The keys of the members, one for each of the columns.
    package let keys: [String]

    package init(_ key: String, _ columns: Range<Int>, keys: [String]) {
      self.key = key
      self.columns = columns
      self.keys = keys
    }
  }

  /// The column of the ids.
  package let idColumn: Column
  /// The columns after that of the ids.
  package let shared: [SharedColumn]
  /// The inner object of the rows in JSON; nil if there is none.
  package let innerObject: InnerObject?
  /// The number of rows.
  package let count: Int
  /// Returns the id of a row, counted from 0.
  package let id: @Sendable (Int) -> String

  package init(
    _ idColumn: Column, _ shared: [SharedColumn], innerObject: InnerObject? = nil, count: Int,
    id: @escaping @Sendable (Int) -> String
  ) {
    precondition(shared.allSatisfy { $0.indices.count == count }, "one cell for each row")
    self.idColumn = idColumn
    self.shared = shared
    self.innerObject = innerObject
    self.count = count
    self.id = id
  }

  /// All columns, that of the ids first.
  package var columns: [Column] { [idColumn] + shared.map(\.column) }

  /// The table with all rows in memory.
  package var whole: Table {
    Table(
      columns: columns,
      rows: (0..<count).map { row in
        [.text(id(row))] + shared.map { $0.cells[Int($0.indices[row])] }
      })
  }

  package static func == (left: StreamedTable, right: StreamedTable) -> Bool {
    left.innerObject == right.innerObject && left.whole == right.whole
  }
}

extension StreamedTable.SharedColumn {
  /// For each distinct cell, whether a row has it.
  var isUsed: [Bool] {
    var isUsed = [Bool](repeating: false, count: cells.count)
    for index in indices { isUsed[Int(index)] = true }
    return isUsed
  }
}
