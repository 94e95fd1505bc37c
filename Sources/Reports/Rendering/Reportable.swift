import Text

/// How a report is printed, by the names that `--format` takes.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  case csv
  case json
  case markdown
}

/// What a command answers, ready for every format.
package protocol Reportable: Sendable {
  /// For people.
  var report: Report { get }
  /// For spreadsheets and statistics programs: one row an observation.
  var table: Table { get }
  /// The rows of `table` where there may be a million of them; nil elsewhere.
  var people: PeopleTable? { get }
  /// For scripts: an object whose first member is its schema. Where there are `people`, they are
  /// its last member.
  var json: JSONValue { get }
  /// The members of `json` before the people; empty where there are none.
  var membersBeforePeople: [JSONMember] { get }
}

extension Reportable {
  package var people: PeopleTable? { nil }
  package var membersBeforePeople: [JSONMember] { [] }

  /// Writes the answer in a format, its last line ended, a piece at a time.
  /// - Parameter raw: whether texts in CSV stay as they are, even where a spreadsheet would run
  ///   them.
  package func write<Failure: Error>(
    as format: ReportFormat, raw: Bool = false, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var piece: [UInt8] = []
    func take(_ text: String) throws(Failure) {
      piece += text.utf8
      guard piece.count >= Self.pieceSize else { return }
      try sink(piece)
      piece.removeAll(keepingCapacity: true)
    }
    switch (format, people) {
    case (.table, _): try TextRenderer().write(report, to: take)
    case (.markdown, _): try MarkdownRenderer().write(report, to: take)
    case (.csv, nil): try take(CSVRenderer(raw: raw).render(table))
    case (.csv, let people?): try CSVRenderer(raw: raw).write(people, to: take)
    case (.json, nil): try take(JSONWriter.pretty(json) + "\n")
    case (.json, let people?):
      try PeopleJSON(people, after: membersBeforePeople).write(to: take)
    }
    try sink(piece)
  }

  /// The answer in a format as one text.
  package func rendered(as format: ReportFormat, raw: Bool = false) -> String {
    var bytes: [UInt8] = []
    write(as: format, raw: raw) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static var pieceSize: Int { 1 << 16 }
}
