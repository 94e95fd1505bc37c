import Text

/// The places of a table's cells. As many columns as fit in the window stand side by side; the
/// cells of the others follow below each row, each after the title of its column.
struct TableLayout {
  private let columns: [Column]
  private let header: [String]
  private let widths: [Int]
  private let window: Int?
  /// The number of columns that stand side by side; at least one.
  let fitting: Int

  /// - Parameters:
  ///   - header: the titles as they are shown.
  ///   - widths: for each column, the most characters in its title and its cells.
  ///   - window: the columns of the window; nil if there is no limit.
  init(_ columns: [Column], _ header: [String], _ widths: [Int], window: Int?) {
    self.columns = columns
    self.header = header
    self.widths = widths
    self.window = window
    var end = -2
    fitting = max(
      widths.prefix { width in
        end += 2 + width
        return end <= window ?? .max
      }.count, 1)
  }

  /// The titles of the columns that stand side by side, and a rule below.
  var head: [String] {
    [line(header), line(widths.map { String(repeating: "-", count: $0) })]
  }

  /// A row, and what follows below it.
  func lines(_ cells: [String]) -> [String] {
    [line(cells)] + below(Array(cells[fitting...]))
  }

  /// A row's cells of the columns that do not fit; a cell without text is left out.
  func below(_ cells: [String]) -> [String] {
    guard let window else { return [] }
    var lines: [String] = []
    for (title, cell) in zip(header[fitting...], cells) where !cell.isEmpty {
      let cell = title.isEmpty ? cell : "\(title): \(cell)"
      if let last = lines.last, last.count + 3 + cell.count <= window {
        lines[lines.count - 1] = last + "   " + cell
      } else if 2 + cell.count <= window {
        lines.append("  " + cell)
      } else {
        lines.append("  " + TextWrapping.wrapped(cell, width: window, indent: 4))
      }
    }
    return lines
  }

  /// A cell with the spaces that align it.
  func padded(_ text: String, in column: Int) -> String {
    let space = String(repeating: " ", count: widths[column] - text.count)
    return columns[column].alignment == .leading ? text + space : space + text
  }

  /// Cells side by side, without trailing spaces.
  private func line(_ cells: [String]) -> String {
    Self.withoutTrailingSpaces(
      cells.prefix(fitting).enumerated().map { padded($1, in: $0) }.joined(separator: "  "))
  }

  static func withoutTrailingSpaces(_ line: String) -> String {
    guard line.utf8.last == ASCII.space else { return line }
    let end = line.utf8.lastIndex { $0 != ASCII.space }.map(line.utf8.index(after:))
    return String(line[..<(end ?? line.startIndex)])
  }
}
