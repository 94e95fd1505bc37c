/// The columns of one of the program's files, in the order in which they are written.
package struct LineSchema: Sendable, Equatable {
  /// The type of a column's values.
  package enum Kind: Sendable {
    case text
    /// A number, written without quotation marks in a JSON line.
    case number
  }

  /// A column's name and kind.
  package struct Column: Sendable, Equatable {
    package let name: String
    package let kind: Kind

    package init(_ name: String, _ kind: Kind = .text) {
      self.name = name
      self.kind = kind
    }
  }

  package let columns: [Column]
  /// The number of columns before the last that a CSV line may lack because they were added after
  /// it was written.
  package let addedColumns: Int

  package init(_ columns: [Column], addedColumns: Int = 0) {
    self.columns = columns
    self.addedColumns = addedColumns
  }

  /// The first line of a CSV file of this schema, without its line end.
  package var header: String {
    columns.map(\.name).joined(separator: ",")
  }
}

/// The format of lines: the two kinds of store.
package enum LineFormat: String, Sendable, CaseIterable {
  case csv
  case json

  /// The ending of a file in this format, without the dot.
  package var fileExtension: String {
    switch self {
    case .csv: "csv"
    case .json: "jsonl"
    }
  }

  /// True if a file in this format starts with a header line.
  package var hasHeader: Bool { self == .csv }
}
