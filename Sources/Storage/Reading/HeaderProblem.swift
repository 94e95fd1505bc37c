import Text

/// The wording of the problems with the first line of a CSV file.
enum HeaderProblem {
  /// Returns the problem with a header line; nil if it matches the schema.
  /// - Parameters:
  ///   - header: the bytes of the line without the line ending.
  ///   - isCutOff: true if the line ending is missing.
  ///   - file: the name of the file.
  static func diagnostic(
    _ header: [UInt8], isCutOff: Bool, schema: LineSchema, file: String
  ) -> Diagnostic? {
    if header.elementsEqual(schema.header.utf8), !isCutOff { return nil }
    let text = String(decoding: header, as: UTF8.self)
    return Diagnostic(
      message(header, isCutOff, text, schema), at: SourceLocation(file: file, line: 1),
      excerpt: text, remedy: "expected: \(schema.header)")
  }

  private static func message(
    _ header: [UInt8], _ isCutOff: Bool, _ text: String, _ schema: LineSchema
  ) -> String {
    if header.isEmpty, isCutOff { return "the file is empty: its header line is missing" }
    if header.isEmpty { return "the first line is empty: it must be the header line" }
    if isCutOff { return "the file ends in its header line" }
    if header.starts(with: ByteOrderMark.utf8) {
      return "the file starts with a byte order mark, as spreadsheet programs write it"
    }
    if header.last == ASCII.carriageReturn {
      return "the header ends with CR LF, as spreadsheet programs write it"
    }
    let expected = schema.columns.map(\.name)
    let found = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let missing = expected.filter { !found.contains($0) }
    let surplus = found.filter { !expected.contains($0) }
    if !missing.isEmpty { return "the header is missing \(missing.joined(separator: ", "))" }
    if !surplus.isEmpty {
      return
        "the header has columns that this program does not have: \(surplus.joined(separator: ", "))"
    }
    return "the header's columns are in the wrong order"
  }
}
