import Text
import Records

/// The first columns of the layouts with one row per assessment: participant, timepoint, day,
/// instrument, date and score.
struct AssessmentParts {
  static let columns = ["participant", "timepoint", "day", "instrument", "date", "score"]

  private let ids: IDStrings
  /// For each cell, the number of the byte string with its timepoint, day and instrument.
  private let names: [Int]
  private let dates: DateStrings
  private let scores: ScoreStrings

  /// Adds the byte strings of these columns to `strings`.
  /// - Parameter syntax: the syntax of a table that starts with these columns.
  init(
    _ table: CohortColumns, _ cells: [ScoreCell], in syntax: TableSyntax,
    to strings: inout ByteStrings
  ) {
    let program = table.program
    let keys = syntax.keys
    ids = IDStrings(table.participants.ids, key: keys[0], in: syntax, to: &strings)
    names = cells.map { cell in
      let timepoint = program.timepoints[cell.timepoint]
      let instrument = program.instruments[cell.instrument]
      return strings.add(
        keys[1] + syntax.text(timepoint.id.rawValue) + keys[2] + syntax.number(timepoint.day)
          + keys[3] + syntax.text(instrument.id.rawValue) + keys[4])
    }
    dates = DateStrings(table, in: syntax, to: &strings)
    scores = ScoreStrings(table.scoreValues, key: keys[5], in: syntax, to: &strings)
  }

  /// Appends the columns of one row.
  @inline(__always)
  func append(_ entry: ScoreEntry, of participant: Int, cell: Int, to writer: inout RowWriter) {
    writer.append(ids[participant])
    writer.append(names[cell])
    writer.append(dates[entry.day])
    writer.append(scores[entry.score])
  }
}
