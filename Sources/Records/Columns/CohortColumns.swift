import Text

/// The columns that a whole cohort is analyzed from.
package struct CohortColumns: Sendable {
  package let program: Program
  package let participants: ParticipantColumns
  /// The different scores, by their numbers in the columns. Equal scores written differently (`8`
  /// and `8.0`) have different numbers.
  package private(set) var scoreValues: [Double] = []
  private var dictionary = ScoreDictionary()
  private var columns: [ScoreColumn]
  private var answerTexts = AnswerTexts()
  /// The alerts of assessments, if the table was read with them.
  private var alertStates: [AlertKey: AlertState] = [:]

  /// Creates a table without any assessments.
  package init(program: Program, participants: ParticipantColumns) {
    self.program = program
    self.participants = participants
    columns = Array(
      repeating: ScoreColumn(), count: program.instruments.count * program.timepoints.count)
  }

  /// The assessments of one instrument at one timepoint, by their positions in the program; nil if
  /// there are none.
  package func column(instrument: Int, timepoint: Int) -> ScoreColumn? {
    let column = columns[instrument * program.timepoints.count + timepoint]
    return column.isEmpty ? nil : column
  }

  /// Adds a piece of the file. Pieces must be added in the order of the file, so that the last line
  /// of a key counts.
  package mutating func add(_ chunk: ScoreChunk) {
    let numbers = dictionary.merge(chunk.dictionary)
    scoreValues = dictionary.values
    for (cell, rows) in chunk.rows.enumerated() where !rows.isEmpty {
      columns[cell].set(
        rows, of: participants.count, scores: numbers, hasSkips: chunk.hasSkips)
    }
    answerTexts.add(chunk, participants: participants.count)
    for line in chunk.alertLines {
      let instrument = program.instruments[line.cell / program.timepoints.count]
      let key = AlertKey(cell: line.cell, participant: line.participant)
      alertStates[key, default: AlertState()].add(
        line.action, answers: line.answers, at: line.firstRecordedAt, instrument)
    }
  }

  /// The answers of an assessment as written in the file, if the table was read with them: codes
  /// separated by a space, with `.` for a missing one. Empty for a total that was entered.
  package func answers(instrument: Int, timepoint: Int, participant: Int) -> ArraySlice<UInt8> {
    answerTexts.text(
      cell: instrument * program.timepoints.count + timepoint, participant: participant)
  }
}

extension CohortColumns {
  /// An assessment with alerts that nobody has acknowledged, or risk items that are not known.
  package struct OpenAlerts: Sendable {
    /// The positions in the program and in the table of participants.
    package let instrument: Int
    package let timepoint: Int
    package let participant: Int
    package let state: AlertState
  }

  /// The assessments with open alerts or unknown risk items, if the table was read with alerts: by
  /// participant, timepoint and instrument.
  package var openAlerts: [OpenAlerts] {
    let open = alertStates.filter { !$0.value.isSettled }.map { key, state in
      let (instrument, timepoint) = key.cell.quotientAndRemainder(
        dividingBy: program.timepoints.count)
      return OpenAlerts(
        instrument: instrument, timepoint: timepoint, participant: key.participant, state: state)
    }
    return open.sorted {
      ($0.participant, $0.timepoint, $0.instrument) < ($1.participant, $1.timepoint, $1.instrument)
    }
  }

  /// Reads the answers of an assessment as codes.
  /// - Parameter codes: receives one code per item in the order of the form, nil for a missing
  ///   answer; empty for a total that was entered, and if the table was read without its answers.
  package func answerCodes(
    instrument: Int, timepoint: Int, participant: Int, into codes: inout [Int?]
  ) {
    codes.removeAll(keepingCapacity: true)
    let text = answers(instrument: instrument, timepoint: timepoint, participant: participant)
    guard !text.isEmpty else { return }
    var reader = AnswerReader(range: 0..<text.count)
    while let code = reader.next(text.span.bytes) {
      codes.append(code == AnswerReader.missing ? nil : code)
    }
  }
}

/// An assessment by the numbers of its cell and its participant.
private struct AlertKey: Hashable, Sendable {
  let cell: Int
  let participant: Int
}

/// The answers behind the scores of a table, as written in the file.
private struct AnswerTexts: Sendable {
  /// All texts, each ended by a line feed.
  private var bytes: [UInt8] = []
  /// For each cell and participant, the start of the text in `bytes`; `none` if there is no text.
  private var starts: [[Int]] = []

  private static let none = -1

  /// Adds the texts of a piece of the file, if the piece kept them.
  mutating func add(_ chunk: ScoreChunk, participants: Int) {
    guard !chunk.answers.isEmpty else { return }
    if starts.isEmpty { starts = Array(repeating: [], count: chunk.rows.count) }
    let start = bytes.count
    bytes += chunk.answers
    for (cell, rows) in chunk.rows.enumerated() where !rows.isEmpty {
      if starts[cell].isEmpty { starts[cell] = Array(repeating: Self.none, count: participants) }
      for row in rows where row.answered != ScoreColumn.skipped {
        starts[cell][Int(row.participant)] = start + Int(row.answers)
      }
    }
  }

  /// The text of an assessment; empty if there is none.
  func text(cell: Int, participant: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(cell), starts[cell].indices.contains(participant) else {
      return []
    }
    let start = starts[cell][participant]
    guard start != Self.none else { return [] }
    return bytes[start..<LineScanner.endOfLine(in: bytes, from: start) - 1]
  }
}
