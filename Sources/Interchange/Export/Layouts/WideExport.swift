import Records
import Text

/// The layout `wide`: one row per participant, sorted by the bytes of the id, with one column for
/// the score of each instrument at each timepoint: all timepoints of the first instrument come
/// first.
package struct WideExport: Sendable {
  private let table: CohortColumns
  private let syntax: TableSyntax
  private let cells: [ScoreCell]

  package init(_ table: CohortColumns, _ style: ExportStyle) {
    let program = table.program
    let cells = program.instruments.indices.flatMap { instrument in
      program.timepoints.indices.map { ScoreCell(instrument: instrument, timepoint: $0) }
    }
    let names = cells.map { cell in
      let ids = [
        program.instruments[cell.instrument].id.rawValue,
        program.timepoints[cell.timepoint].id.rawValue,
      ]
      return ids.joined(separator: "_").replacing("-", with: "_")
    }
    let fixed = ["participant", "enrolled_on"]
    let attributes = AttributeColumns(program.settings.attributes, besides: fixed + names).names
    self.table = table
    self.cells = cells
    syntax = TableSyntax(columns: fixed + attributes + names, style: style)
  }

  /// Writes the table, a piece at a time.
  /// - Throws: any error of `sink`.
  package func write(to sink: ByteSink) throws(Problems) {
    let participants = table.participants
    let scoreKeys = syntax.keys.suffix(cells.count)
    let attributeKeys = syntax.keys.dropFirst(2).dropLast(cells.count)
    var strings = ByteStrings()
    let ids = IDStrings(participants.ids, key: syntax.keys[0], in: syntax, to: &strings)
    let enrolledOn = strings.add(syntax.keys[1])
    let dates = DateStrings(table, in: syntax, to: &strings)
    let attributes = AttributeStrings(
      participants, keys: attributeKeys, in: syntax, to: &strings)
    let keys = scoreKeys.map { strings.add($0) }
    let scores = ScoreStrings(table.scoreValues, in: syntax, to: &strings)
    var writer = RowWriter(syntax, strings)
    var rows = ScoreRows(table, cells)
    try rows.forEach { participant, entries throws(Problems) in
      writer.startRow()
      writer.append(ids[participant])
      writer.append(enrolledOn)
      writer.append(dates[participants.enrolledOn[participant].daysSinceEpoch])
      for value in attributes[participant] { writer.append(value) }
      for index in cells.indices {
        writer.append(keys[index])
        writer.append(scores[entries[index].score])
      }
      try writer.endRow(to: sink)
    }
    try writer.finish(to: sink)
  }
}
