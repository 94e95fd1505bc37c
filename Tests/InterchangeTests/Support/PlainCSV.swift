/// Reads CSV the slow, plain way (RFC 4180): the oracle of what exports write.
enum PlainCSV {
  /// The cells of all lines, the header among them; nil where the text is no CSV.
  static func rows(_ bytes: [UInt8]) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch (isQuoted, Character(UnicodeScalar(byte))) {
      case (true, "\"") where rest.first == UInt8(ascii: "\""):
        rest.removeFirst()
        cell.append(byte)
      case (true, "\""):
        isQuoted = false
        guard let next = rest.first, ",\n".utf8.contains(next) else { return nil }
      case (true, _):
        cell.append(byte)
      case (false, "\""):
        guard cell.isEmpty else { return nil }
        isQuoted = true
      case (false, ","), (false, "\n"):
        guard let text = String(validating: cell, as: UTF8.self) else { return nil }
        row.append(text)
        cell = []
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      default:
        cell.append(byte)
      }
    }
    return row.isEmpty && cell.isEmpty && !isQuoted ? rows : nil
  }
}
