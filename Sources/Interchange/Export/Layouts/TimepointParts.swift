import Records
import Text

/// The list of timepoints in the layout `participants`, each with its instruments.
struct TimepointParts {
  private let table: CohortColumns
  private let cells: [ScoreCell]
  private let dates: DateStrings
  private let scores: ScoreStrings
  private let bands: BandStrings
  private let answers: AnswerStrings
  private let marks: Marks
  /// For each timepoint of the program, its object up to the first instrument.
  private let timepoints: [Int]
  /// For each instrument of the program, its object up to the date.
  private let instruments: [Int]

  /// The numbers of the byte strings between the values.
  private struct Marks {
    let listStart: Int
    let listEnd: Int
    let comma: Int
    let timepointEnd: Int
    let instrumentEnd: Int
    let answersStart: Int

    init(listKey: [UInt8], answersKey: [UInt8], to strings: inout ByteStrings) {
      listStart = strings.add(listKey + "[".utf8)
      listEnd = strings.add(Array("]".utf8))
      comma = strings.add([ASCII.comma])
      timepointEnd = strings.add(Array("]}".utf8))
      instrumentEnd = strings.add([ASCII.closeBrace])
      answersStart = strings.add(answersKey + "[".utf8)
    }
  }

  /// Adds the byte strings of the list to `strings`.
  /// - Parameters:
  ///   - cells: the cells, by timepoint, then by instrument.
  ///   - key: the bytes before the list.
  init(
    _ table: CohortColumns, _ cells: [ScoreCell], key: [UInt8], _ dates: DateStrings,
    to strings: inout ByteStrings
  ) {
    let program = table.program
    let style = ExportStyle(.json)
    let outer = TableSyntax(columns: ["timepoint", "day", "instruments"], style: style)
    let inner = TableSyntax(
      columns: ["instrument", "date", "answers", "score", "band"], style: style)
    self.table = table
    self.cells = cells
    self.dates = dates
    timepoints = program.timepoints.map {
      strings.add(
        outer.keys[0] + outer.text($0.id.rawValue) + outer.keys[1] + outer.number($0.day)
          + outer.keys[2] + "[".utf8)
    }
    instruments = program.instruments.map {
      strings.add(inner.keys[0] + inner.text($0.id.rawValue) + inner.keys[1])
    }
    marks = Marks(listKey: key, answersKey: inner.keys[2], to: &strings)
    answers = AnswerStrings(program.instruments, in: inner, to: &strings)
    scores = ScoreStrings(table.scoreValues, key: inner.keys[3], in: inner, to: &strings)
    bands = BandStrings(
      program.instruments, table.scoreValues, key: inner.keys[4], in: inner, to: &strings)
  }

  /// Appends the list for a participant.
  /// - Parameter entries: one per cell.
  func append(_ entries: Span<ScoreEntry>, of participant: Int, to writer: inout RowWriter) {
    var current: Int?
    writer.append(marks.listStart)
    for index in cells.indices where entries[index].counts {
      let cell = cells[index]
      if let current, current != cell.timepoint { writer.append(marks.timepointEnd) }
      if current != nil { writer.append(marks.comma) }
      if current != cell.timepoint { writer.append(timepoints[cell.timepoint]) }
      current = cell.timepoint
      append(entries[index], cell, of: participant, to: &writer)
    }
    if current != nil { writer.append(marks.timepointEnd) }
    writer.append(marks.listEnd)
  }

  private func append(
    _ entry: ScoreEntry, _ cell: ScoreCell, of participant: Int, to writer: inout RowWriter
  ) {
    writer.append(instruments[cell.instrument])
    writer.append(dates[entry.day])
    if entry.answered != ScoreColumn.total {
      writer.append(marks.answersStart)
      let text = table.answers(
        instrument: cell.instrument, timepoint: cell.timepoint, participant: participant)
      answers.forEach(text) { item, answer in
        if item > 0 { writer.append(marks.comma) }
        writer.append(answer)
      }
      writer.append(marks.listEnd)
    }
    writer.append(scores[entry.score])
    writer.append(bands[instrument: cell.instrument, score: entry.score])
    writer.append(marks.instrumentEnd)
  }
}
