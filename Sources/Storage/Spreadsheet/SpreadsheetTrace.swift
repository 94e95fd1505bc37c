/// A change that spreadsheet programs make to a file when they save it, in the order in which
/// messages list them.
enum SpreadsheetTrace: Int, Sendable, CaseIterable {
  case lineEnds
  case byteOrderMark
  case semicolons
  case tabs
  case quotationMarks
  case emptyColumns
  case dates
  case times
  case decimalCommas
  case leadingZeros

  /// The change in words.
  var words: String {
    switch self {
    case .lineEnds: "line endings are CR LF"
    case .byteOrderMark: "a byte order mark was added"
    case .semicolons: "fields are separated by semicolons"
    case .tabs: "fields are separated by tabs"
    case .quotationMarks: "quotation marks were put around the header's fields"
    case .emptyColumns: "empty columns were added"
    case .dates: "dates were rewritten"
    case .times: "times were rewritten"
    case .decimalCommas: "numbers have decimal commas"
    case .leadingZeros: "leading zeros were dropped"
    }
  }

  /// True if `outcomes check --repair` can undo the change.
  var isMendable: Bool { self == .lineEnds || self == .byteOrderMark }
}
