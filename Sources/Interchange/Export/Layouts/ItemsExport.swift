import Instruments
import Records
import Text

/// The layout `items`: one row per assessment of one instrument that counts, sorted by participant
/// and timepoint, with the answer to each item. All items are missing where only a total was
/// entered.
package struct ItemsExport: Sendable {
  private let table: CohortColumns
  /// The position of the instrument in the program.
  private let instrument: Int
  private let items: Int
  private let syntax: TableSyntax

  /// - Parameters:
  ///   - table: read with its answers.
  ///   - instrument: its position in the program.
  package init(_ table: CohortColumns, instrument: Int, _ style: ExportStyle) {
    self.table = table
    self.instrument = instrument
    items = table.program.instruments[instrument].items.count
    syntax = TableSyntax(
      columns: AssessmentParts.columns + (0..<items).map { "item\($0 + 1)" }, style: style)
  }

  /// Writes the table, a piece at a time.
  /// - Throws: any error of `sink`.
  package func write(to sink: ByteSink) throws(Problems) {
    let cells = table.program.timepoints.indices.map {
      ScoreCell(instrument: instrument, timepoint: $0)
    }
    let keys = Array(syntax.keys.suffix(items))
    var strings = ByteStrings()
    let parts = AssessmentParts(table, cells, in: syntax, to: &strings)
    let itemKeys = strings.add(count: items) { $1 += keys[$0] }
    let noAnswers = strings.add(keys.flatMap { $0 + syntax.missing })
    let answers = AnswerStrings([table.program.instruments[instrument]], in: syntax, to: &strings)
    var writer = RowWriter(syntax, strings)
    var rows = ScoreRows(table, cells)
    try rows.forEach { participant, entries throws(Problems) in
      for cell in cells.indices where entries[cell].counts {
        writer.startRow()
        parts.append(entries[cell], of: participant, cell: cell, to: &writer)
        if entries[cell].answered == ScoreColumn.total {
          writer.append(noAnswers)
        } else {
          let text = table.answers(
            instrument: instrument, timepoint: cell, participant: participant)
          answers.forEach(text) { item, answer in
            writer.append(itemKeys + item)
            writer.append(answer)
          }
        }
        try writer.endRow(to: sink)
      }
    }
    try writer.finish(to: sink)
  }
}
