import Instruments
import Records
import Text

/// The assessment that counts of one key, in the terms that both ways of reading share.
package struct CohortCell: Equatable {
  package var score: Double?
  package var date: CalendarDate
  /// How many items were answered; nil for a total.
  package var answered: Int?
  /// The answers as the file holds them.
  package var answers: String

  /// The cell of a line.
  package init(_ assessment: Assessment) {
    score = assessment.score
    date = assessment.date
    answered = assessment.answers.map { answers in answers.count { $0 != nil } }
    answers = assessment.answers.map(AnswerText.text) ?? ""
  }

  private init?(_ table: CohortColumns, _ instrument: Int, _ timepoint: Int, _ participant: Int) {
    guard let column = table.column(instrument: instrument, timepoint: timepoint),
      participant < column.count, column.scores[participant] != ScoreColumn.absent
    else { return nil }
    let number = column.scores[participant]
    score = number == ScoreColumn.notScorable ? nil : table.scoreValues[Int(number)]
    date = CalendarDate(daysSinceEpoch: Int(column.dates[participant]))
    let items = column.answered[participant]
    answered = items == ScoreColumn.total ? nil : Int(items)
    answers = String(
      decoding: table.answers(
        instrument: instrument, timepoint: timepoint, participant: participant), as: UTF8.self)
  }

  /// Every cell of a table by its key.
  package static func all(_ table: CohortColumns) -> [String: CohortCell] {
    var cells: [String: CohortCell] = [:]
    for (number, instrument) in table.program.instruments.enumerated() {
      for (time, timepoint) in table.program.timepoints.enumerated() {
        for participant in 0..<table.participants.count {
          let key = "\(table.participants.ids[participant]) \(timepoint.id) \(instrument.id)"
          cells[key] = CohortCell(table, number, time, participant)
        }
      }
    }
    return cells
  }

  /// Every cell of a history by its key: the last line that changes a score wins, unless it is
  /// void.
  package static func all(_ history: [Assessment]) -> [String: CohortCell] {
    var cells: [String: CohortCell] = [:]
    for line in history where [.record, .correct, .void].contains(line.action) {
      let key = "\(line.participant) \(line.timepoint) \(line.instrument)"
      cells[key] = line.action == .void ? nil : CohortCell(line)
    }
    return cells
  }
}
