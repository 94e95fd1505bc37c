import Records
import Storage

/// A cohort as lines of text, so that two of them can be held against each other.
enum CohortText {
  static func lines(_ cohort: Cohort) -> [String] {
    people(cohort.table.participants) + scores(cohort.table)
  }

  private static func people(_ table: ParticipantColumns) -> [String] {
    (0..<table.count).map { number in
      let site = table.value(attribute: 0, participant: number)
      let left = table.withdrawnOn[number].map(String.init(describing:)) ?? "here"
      return
        "\(table.ids[number]) \(table.enrolledOn[number]) \(left) \(table.states[number]) \(site)"
    }
  }

  private static func scores(_ table: CohortColumns) -> [String] {
    var lines: [String] = []
    for instrument in table.program.instruments.indices {
      for timepoint in table.program.timepoints.indices {
        guard let column = table.column(instrument: instrument, timepoint: timepoint) else {
          continue
        }
        for person in column.scores.indices where column.scores[person] != ScoreColumn.absent {
          let number = column.scores[person]
          let score = number < 0 ? "none" : "\(table.scoreValues[Int(number)])"
          let answers = table.answers(
            instrument: instrument, timepoint: timepoint, participant: person)
          lines.append(
            "\(instrument) \(timepoint) \(person): \(score) \(column.dates[person])"
              + " \(column.answered[person]) \(String(decoding: answers, as: UTF8.self))")
        }
      }
    }
    return lines
  }
}
