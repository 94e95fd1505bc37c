/// Rows of typed cells under named columns.
package struct Table: Sendable, Equatable {
  /// The subject of the table in a few words; nil where the text around it names it.
  package let caption: String?
  package let columns: [Column]
  /// The rows from top to bottom, each with one cell for each column.
  package let rows: [[Cell]]

  /// - Parameter rows: the rows, each with as many cells as there are columns.
  package init(caption: String? = nil, columns: [Column], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "one cell for each column")
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A column of a table.
package struct Column: Sendable, Equatable {
  /// The edge that the cells of a column are aligned to.
  package enum Alignment: Sendable {
    /// For words.
    case leading
    /// For numbers.
    case trailing
  }

  /// The head of the column in text and Markdown.
  package let title: String
  /// The name in CSV and JSON: lowercase letters, digits and `_`.
  package let key: String
  package let alignment: Alignment
  /// True if its cells have two ends, which in CSV are two columns, `…_lower` and `…_upper`.
  package let holdsIntervals: Bool
  /// The JSON keys of the numbers in the column.
  package let numbers: [String]

  /// - Parameter key: the name in CSV and JSON; the title by default.
  package init(
    _ title: String, key: String? = nil, _ alignment: Alignment = .trailing,
    holdsIntervals: Bool = false, numbers: [String]? = nil
  ) {
    self.title = title
    self.key = key ?? title
    self.alignment = alignment
    self.holdsIntervals = holdsIntervals
    self.numbers = numbers ?? [self.key]
  }

  /// The names of the column, or of both of its ends, in the first line of a CSV file.
  package var csvNames: [String] {
    holdsIntervals ? [key + "_lower", key + "_upper"] : [key]
  }
}
