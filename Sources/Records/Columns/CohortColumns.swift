/// The columns that a whole cohort is analyzed from.
package struct CohortColumns: Sendable {
  package let program: Program
  package let participants: ParticipantColumns
  /// The different scores, by the numbers that columns hold. Equal scores written differently (`8`
  /// and `8.0`) have different numbers.
  package private(set) var scoreValues: [Double] = []
  private var dictionary = ScoreDictionary()
  private var columns: [ScoreColumn]
  private var answerTexts = AnswerTexts()

  /// A table without any assessment.
  package init(program: Program, participants: ParticipantColumns) {
    self.program = program
    self.participants = participants
    columns = Array(
      repeating: ScoreColumn(), count: program.instruments.count * program.timepoints.count)
  }

  /// The assessments of one instrument at one timepoint, by their positions in the program; nil
  /// where there is none at all.
  package func column(instrument: Int, timepoint: Int) -> ScoreColumn? {
    let column = columns[instrument * program.timepoints.count + timepoint]
    return column.isEmpty ? nil : column
  }

  /// Adds a piece of the file. Pieces come in the order of the file, so that the last line of a key
  /// wins.
  package mutating func add(_ chunk: ScoreChunk) {
    let numbers = dictionary.merge(chunk.dictionary)
    scoreValues = dictionary.values
    for (cell, rows) in chunk.rows.enumerated() where !rows.isEmpty {
      columns[cell].set(rows, of: participants.count, scores: numbers)
    }
    answerTexts.add(chunk, participants: participants.count)
  }

  /// The answers of an assessment as the file holds them, where they were asked for: codes
  /// separated by a space, `.` for a missing one. Empty for a total that was entered.
  package func answers(instrument: Int, timepoint: Int, participant: Int) -> ArraySlice<UInt8> {
    answerTexts.text(
      cell: instrument * program.timepoints.count + timepoint, participant: participant)
  }
}
