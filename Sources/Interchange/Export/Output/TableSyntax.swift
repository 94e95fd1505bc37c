import Text

/// The syntax of the rows of a table in one format: the bytes around, before and in each cell.
///
/// A row is `between` (from the second row on), then for each column its entry of `keys` and its
/// value, then `rowEnd`. The whole table is `opening`, the rows and `closing`.
struct TableSyntax: Sendable {
  /// The bytes before the first row.
  let opening: [UInt8]
  /// The bytes between two rows.
  let between: [UInt8]
  /// The bytes after the last value of a row.
  let rowEnd: [UInt8]
  /// The bytes after the last row.
  let closing: [UInt8]
  /// The bytes that replace `closing` if there are no rows.
  let closingWithoutRows: [UInt8]
  /// The bytes before the value of each column.
  let keys: [[UInt8]]
  /// The bytes around a text that needs no escaping.
  let quote: [UInt8]
  /// A missing value.
  let missing: [UInt8]

  private let style: ExportStyle

  /// - Parameter columns: the names of the columns, all different.
  init(columns: [String], style: ExportStyle) {
    self.style = style
    switch style.format {
    case .csv:
      opening = Array((columns.joined(separator: ",") + "\n").utf8)
      between = []
      rowEnd = [ASCII.lineFeed]
      closing = []
      closingWithoutRows = []
      keys = columns.indices.map { $0 == 0 ? [] : [ASCII.comma] }
      quote = []
      missing = []
    case .json:
      opening = Array("[\n".utf8)
      between = Array(",\n".utf8)
      rowEnd = [ASCII.closeBrace]
      closing = Array("\n]\n".utf8)
      closingWithoutRows = Array("]\n".utf8)
      keys = columns.enumerated().map { index, name in
        Array(((index == 0 ? "{" : ",") + JSONWriter.quoted(name) + ":").utf8)
      }
      quote = [ASCII.quote]
      missing = Array("null".utf8)
    }
  }

  /// A text as the value of a cell; an empty one is missing.
  func text(_ value: String) -> [UInt8] {
    guard !value.isEmpty else { return missing }
    switch style.format {
    case .csv:
      var bytes: [UInt8] = []
      CSVField.append(style.raw ? value : CSVField.neutralized(value), to: &bytes)
      return bytes
    case .json:
      return Array(JSONWriter.quoted(value).utf8)
    }
  }

  /// A number as the value of a cell. Numbers are never neutralized: `-6` is not a formula.
  func number(_ value: Double?) -> [UInt8] {
    value.map { Array(NumberText.shortest($0).utf8) } ?? missing
  }

  /// A whole number as the value of a cell.
  func number(_ value: Int) -> [UInt8] {
    Array(String(value).utf8)
  }
}
