/// Rows of typed cells under named columns.
package struct Table: Sendable, Equatable {
  /// What it shows, in a few words; nil where the text around it says so.
  package let caption: String?
  package let columns: [Column]
  /// From top to bottom; each has one cell a column.
  package let rows: [[Cell]]

  /// - Parameter rows: each has as many cells as there are columns.
  package init(caption: String? = nil, columns: [Column], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "one cell a column")
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A column of a table.
package struct Column: Sendable, Equatable {
  /// Which edge the cells of a column share.
  package enum Alignment: Sendable {
    /// For words.
    case leading
    /// For numbers.
    case trailing
  }

  /// What people read above the column.
  package let title: String
  /// What programs call it: lower case, digits and `_`.
  package let key: String
  package let alignment: Alignment
  /// Whether its cells have two ends, which in CSV are two columns, `…_lower` and `…_upper`.
  package let holdsIntervals: Bool

  /// - Parameter key: the title by default.
  package init(
    _ title: String, key: String? = nil, _ alignment: Alignment = .trailing,
    holdsIntervals: Bool = false
  ) {
    self.title = title
    self.key = key ?? title
    self.alignment = alignment
    self.holdsIntervals = holdsIntervals
  }
}
