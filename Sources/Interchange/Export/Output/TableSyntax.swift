import Text

/// How the rows of a table are spelled in one format: what stands around, before and in each cell.
///
/// A row is `between` (from the second row on), then for each column its `keys` entry and its
/// value, then `rowEnd`; the whole is `opening`, the rows, `closing`.
struct TableSyntax: Sendable {
  /// In front of the first row.
  let opening: [UInt8]
  /// Between two rows.
  let between: [UInt8]
  /// Behind the last value of a row.
  let rowEnd: [UInt8]
  /// Behind the last row.
  let closing: [UInt8]
  /// In place of `closing` where there is no row.
  let closingWithoutRows: [UInt8]
  /// What stands before the value of each column.
  let keys: [[UInt8]]
  /// Around a text that needs no escaping.
  let quote: [UInt8]
  /// A value that is missing.
  let missing: [UInt8]

  private let style: ExportStyle

  /// - Parameter columns: the names of the columns; no two are the same.
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

  /// A number as the value of a cell. No number is ever neutralized: `-6` is no formula.
  func number(_ value: Double?) -> [UInt8] {
    value.map { Array(NumberText.shortest($0).utf8) } ?? missing
  }

  /// A whole number as the value of a cell.
  func number(_ value: Int) -> [UInt8] {
    Array(String(value).utf8)
  }
}
