import Documents
import Text

/// The answer of a command, ready for every format.
package protocol Reportable: Sendable {
  /// The answer as text and Markdown, for reading.
  var document: Document { get }
  /// The answer as CSV, for spreadsheets and statistics programs: one row for each observation.
  var table: Table { get }
  /// What a reader of `table` must know and it has no place for, one sentence each.
  var remarks: [String] { get }
  /// The rows of `table` where there may be a million; nil elsewhere.
  var people: StreamedTable? { get }
  /// The key of `people` in JSON.
  var keyOfPeople: String { get }
  /// The answer as JSON, for scripts: an object whose first member is its schema. Where there are
  /// `people`, they are its last member.
  var json: JSONValue { get }
  /// The members of `json` before `people`; empty without `people`.
  var membersBeforePeople: [JSONMember] { get }
}

extension Reportable {
  package var remarks: [String] { [] }
  package var people: StreamedTable? { nil }
  package var keyOfPeople: String { "participants" }
  package var membersBeforePeople: [JSONMember] { [] }

  /// Writes the answer in a format, in pieces, ending with a line feed.
  /// - Parameters:
  ///   - raw: true if text in CSV stays as it is, even where a spreadsheet would run it as a
  ///     formula.
  ///   - text: renders the table for people.
  package func write<Failure: Error>(
    as format: ReportFormat, raw: Bool = false, text: TextRenderer = TextRenderer(),
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch (format, people) {
    case (.table, _): try text.write(document, to: sink)
    case (.markdown, _): try MarkdownRenderer().write(document, to: sink)
    case (.csv, nil): try sink(Array(CSVRenderer(raw: raw).render(table).utf8))
    case (.csv, let people?): try CSVRenderer(raw: raw).write(people, to: sink)
    case (.json, nil): try sink(Array((JSONWriter.pretty(json) + "\n").utf8))
    case (.json, let people?): try streamedJSON(people).write(to: sink)
    }
  }

  /// The answer in a format as one string.
  package func rendered(as format: ReportFormat, raw: Bool = false) -> String {
    var bytes: [UInt8] = []
    write(as: format, raw: raw) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The JSON document with `people` as its last member.
  func streamedJSON(_ people: StreamedTable) -> StreamedTableJSON {
    StreamedTableJSON(people, under: keyOfPeople, after: membersBeforePeople)
  }
}
