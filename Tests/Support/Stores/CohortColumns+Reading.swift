import Records
import Text

extension ParticipantColumns {
  /// The table of the participants that these lines are about.
  /// - Throws: the problems of the lines, if there are any.
  package init(reading text: StoreText, _ settings: ProgramSettings) throws {
    self.init(attributes: settings.attributes.count)
    let file = "participants.\(settings.store.fileExtension)"
    let reader = ParticipantChunkReader(settings: settings, file: file)
    let chunk = text.read { reader.read(&$0, lines: $1) }
    let unknown = add(chunk).map { Diagnostic("\(file): row \($0) names nobody enrolled before") }
    let problems = chunk.problems + unknown
    if !problems.isEmpty { throw Problems(problems) }
  }
}

extension CohortColumns {
  /// The table of a store that consists of these lines.
  /// - Throws: the problems of the lines, if there are any.
  package init(
    reading program: Program, participants: StoreText, scores: StoreText,
    keepsAnswers: Bool = true
  ) throws {
    self.init(
      program: program,
      participants: try ParticipantColumns(reading: participants, program.settings))
    let reader = ScoreChunkReader(
      program: program, participants: self.participants,
      file: "scores.\(program.settings.store.fileExtension)", keepsAnswers: keepsAnswers)
    let chunk = scores.read { reader.read(&$0, lines: $1) }
    if !chunk.problems.isEmpty { throw Problems(chunk.problems) }
    add(chunk)
  }
}
