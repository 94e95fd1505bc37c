import Text

/// A table for text and Markdown: every cell as text on one line, and footnotes on missing values.
package struct ReadableTable {
  package let header: [String]
  package let rows: [[String]]
  /// The reasons why cells are missing, `[a] only one score`, in the order of the letters.
  package let footnotes: [String]

  package init(_ table: Table) {
    var reasons: [String] = []
    rows = table.rows.map { row in row.map { Self.text($0, &reasons) } }
    header = table.columns.map { Self.singleLine($0.title) }
    footnotes = Self.footnotes(on: reasons)
  }

  /// The texts of a streamed table's distinct cells, one list for each column after that of the
  /// ids, and the footnotes on them. The text of a cell that no row has is empty.
  static func texts(of table: StreamedTable) -> (cells: [[String]], footnotes: [String]) {
    var reasons: [String] = []
    let cells = table.shared.map { shared in
      zip(shared.cells, shared.isUsed).map { cell, isUsed in isUsed ? text(cell, &reasons) : "" }
    }
    return (cells, footnotes(on: reasons))
  }

  private static func footnotes(on reasons: [String]) -> [String] {
    reasons.enumerated().map { mark($0) + " " + singleLine($1) }
  }

  private static func text(_ cell: Cell, _ reasons: inout [String]) -> String {
    switch cell {
    case .text(let text): shortLine(text)
    case .integer(let value): ReadableNumber.integer(value)
    case .decimal(let value, let decimals): ReadableNumber.decimal(value, decimals: decimals)
    case .change(let value, let decimals): ReadableNumber.change(value, decimals: decimals)
    case .percent(let value, let decimals): ReadableNumber.percent(value, decimals: decimals)
    case .share(let value, let decimals): ReadableNumber.share(value, decimals: decimals)
    case .interval(let lower, let upper, let decimals):
      ReadableNumber.interval(lower, upper, decimals: decimals)
    case .probability(let value): ReadableNumber.probability(value)
    case .date(let date): date
    case .list(let texts): shortLine(texts.joined(separator: ", "))
    case .flag(let isTrue): yesOrNo(isTrue)
    case .money(let value, let currency, let decimals):
      singleLine(ReadableNumber.money(value, currency: currency, decimals: decimals))
    case .suppressed: suppressed
    case .missing(let reason): mark(number(of: reason, &reasons))
    case .blank: ""
    }
  }

  /// A cell in a sentence.
  package static func text(_ cell: Cell) -> String {
    var reasons: [String] = []
    return text(cell, &reasons)
  }

  /// The text of a flag, also in CSV.
  package static func yesOrNo(_ isTrue: Bool) -> String { isTrue ? "yes" : "no" }

  /// The mark of a hidden value. Source: UK Government Analysis Function, guidance on symbols in
  /// tables.
  package static let suppressed = "[c]"

  /// The beginning of a text that is too long for a cell; CSV and JSON have all of it.
  private static func shortLine(_ text: String) -> String {
    let short = VisibleText.shortened(text)
    return singleLine(short) + (short.utf8.count < text.utf8.count ? " …" : "")
  }

  /// The text with line ends and terminal control characters replaced by spaces.
  package static func singleLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ ASCII.space..<0x7F ~= $0 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isLineEnd = scalar == "\u{2028}" || scalar == "\u{2029}"
      result.append(isLineEnd || VisibleText.isHidden(scalar) ? " " : scalar)
    }
    return String(result)
  }

  private static func number(of reason: String, _ reasons: inout [String]) -> Int {
    if let known = reasons.firstIndex(of: reason) { return known }
    reasons.append(reason)
    return reasons.count - 1
  }

  private static func mark(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return number < letters.count ? "[\(letters[number])]" : "[\(number + 1)]"
  }
}
