import Records
import Text

/// The layout `long`: one row per assessment that counts, scored or not, sorted by participant (by
/// the bytes of the id), timepoint and instrument (in the program's order).
///
/// `day` is the day of the timepoint. `answered` is the number of items answered and `items` the
/// number of items on the form; both are missing where only a total was entered.
package struct LongExport: Sendable {
  private let table: CohortColumns
  private let syntax: TableSyntax

  package init(_ table: CohortColumns, _ style: ExportStyle) {
    self.table = table
    syntax = TableSyntax(
      columns: AssessmentParts.columns + ["band", "answered", "items"], style: style)
  }

  /// Writes the table, a piece at a time.
  /// - Throws: any error of `sink`.
  package func write(to sink: ByteSink) throws(Problems) {
    let cells = ScoreCell.all(of: table.program)
    let instruments = table.program.instruments
    let keys = Array(syntax.keys.suffix(3))
    var strings = ByteStrings()
    let parts = AssessmentParts(table, cells, in: syntax, to: &strings)
    let bands = BandStrings(instruments, table.scoreValues, key: keys[0], in: syntax, to: &strings)
    let answered = AnswerCountStrings(
      instruments, keys: (keys[1], keys[2]), in: syntax, to: &strings)
    var writer = RowWriter(syntax, strings)
    var rows = ScoreRows(table, cells)
    try rows.forEach { participant, entries throws(Problems) in
      for cell in cells.indices where entries[cell].counts {
        let entry = entries[cell]
        let instrument = cells[cell].instrument
        writer.startRow()
        parts.append(entry, of: participant, cell: cell, to: &writer)
        writer.append(bands[instrument: instrument, score: entry.score])
        writer.append(answered[instrument: instrument, answered: entry.answered])
        try writer.endRow(to: sink)
      }
    }
    try writer.finish(to: sink)
  }
}
