import Records
import Text

/// The layout `participants`: a JSON array with one object per participant, one per line, sorted by
/// the bytes of the id. With line breaks added, an object looks like this:
/// ```
/// {"participant":"P001","enrolled_on":"2026-01-05","withdrawn_on":"2026-03-01",
///  "attributes":{"site":"North","age_band":null},
///  "timepoints":[{"timepoint":"baseline","day":0,
///    "instruments":[{"instrument":"ucla-3","date":"2026-01-05",
///      "answers":[2,1,null],"score":null,"band":null}]}]}
/// ```
/// `withdrawn_on` is present only for participants who withdrew, and `answers` unless only a total
/// was entered. Timepoints and instruments without an assessment that counts are left out. `score`
/// is null where the answers cannot be scored, and `band` where the score has none.
package struct ParticipantsExport: Sendable {
  private let table: CohortColumns
  private let syntax = TableSyntax(
    columns: ["participant", "enrolled_on", "withdrawn_on", "attributes", "timepoints"],
    style: ExportStyle(.json))

  /// - Parameter table: a cohort that was read with its answers.
  package init(_ table: CohortColumns) {
    self.table = table
  }

  /// Writes the list, a piece at a time.
  /// - Throws: any error of `sink`.
  package func write(to sink: ByteSink) throws(Problems) {
    let cells = ScoreCell.all(of: table.program)
    var strings = ByteStrings()
    let dates = DateStrings(table, in: syntax, to: &strings)
    let person = ParticipantParts(table, in: syntax, dates, to: &strings)
    let timepoints = TimepointParts(table, cells, key: syntax.keys[4], dates, to: &strings)
    var writer = RowWriter(syntax, strings)
    var rows = ScoreRows(table, cells)
    try rows.forEach { participant, entries throws(Problems) in
      writer.startRow()
      person.append(participant, to: &writer)
      timepoints.append(entries, of: participant, to: &writer)
      try writer.endRow(to: sink)
    }
    try writer.finish(to: sink)
  }
}
