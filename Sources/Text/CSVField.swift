/// One field of a CSV file (RFC 4180).
package enum CSVField {
  /// Appends the value, in quotation marks where it holds a comma, a quotation mark or a line end.
  package static func append(_ value: some StringProtocol, to bytes: inout [UInt8]) {
    let needsQuotes = value.utf8.contains { byte in
      byte == ASCII.comma || byte == ASCII.quote || byte == ASCII.lineFeed
        || byte == ASCII.carriageReturn
    }
    guard needsQuotes else {
      bytes.append(contentsOf: value.utf8)
      return
    }
    bytes.append(ASCII.quote)
    for byte in value.utf8 {
      if byte == ASCII.quote { bytes.append(ASCII.quote) }
      bytes.append(byte)
    }
    bytes.append(ASCII.quote)
  }

  /// A text that a spreadsheet program would run as a formula, made harmless by a leading apostrophe
  /// (OWASP, CSV Injection: the first characters `=`, `+`, `-`, `@`, tab and carriage return).
  package static func neutralized(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }
}
