import Instruments
import Records
import Text

/// What was typed about one assessment, checked against the program and the participant.
struct AssessmentEntry {
  let participant: Participant
  let key: AssessmentKey
  let date: CalendarDate
  /// One code an item; nil where a total was entered.
  let answers: [Int?]?
  /// What the answers come to, or the total.
  let score: Score

  /// - Parameter usualDate: the day where none was typed.
  /// - Throws: everything that is wrong, at once.
  init(
    _ arguments: ParsedArguments, _ open: OpenProgram, usualDate: CalendarDate? = nil
  ) throws(Refusal) {
    var reader = ValueReader(arguments)
    let id = reader.participantID()
    let date = reader.date(.date) ?? usualDate ?? open.world.today()
    let key = AssessmentKey(&reader, open.program)
    let answers = Self.answers(&reader)
    let total = Self.total(&reader)
    if let instrument = key?.instrument {
      reader.refuse(answers.map(instrument.validate(answers:)) ?? [])
      reader.refuse(total.map(instrument.validate(score:)) ?? [])
    }
    let participant = Self.participant(id, open, &reader)
    reader.refuse(Self.problems(with: date, participant, today: open.world.today()))
    try reader.finish()
    guard let participant, let key else { throw Refusal(.wrongCommandLine, []) }
    self.participant = participant
    self.key = key
    self.date = date
    self.answers = answers
    let rule = open.program.missingItemRule(for: key.instrument)
    score =
      total.map { Score(outcome: .scored($0), answered: 0, of: 0) }
      ?? key.instrument.score(answers: answers ?? [], missingItems: rule)
  }

  private static func participant(
    _ id: ParticipantID?, _ open: OpenProgram, _ reader: inout ValueReader
  ) -> Participant? {
    guard let id else { return nil }
    do throws(Problems) {
      return try open.participant(id)
    } catch {
      reader.refuse(error.diagnostics)
      return nil
    }
  }

  private static func answers(_ reader: inout ValueReader) -> [Int?]? {
    guard let text = reader.arguments.value(of: .answers) else { return nil }
    if let answers = AnswerText.parse(text) { return answers }
    reader.report(
      "“\(text)” are no answers",
      remedy: "write one number an item, and “.” for an item that was not answered: --answers 2,1,."
    )
    return nil
  }

  private static func total(_ reader: inout ValueReader) -> Double? {
    guard let text = reader.arguments.value(of: .score) else { return nil }
    if let total = DecimalText.parse(text) { return total }
    reader.report("“\(text)” is no number", remedy: "write the total: --score 6")
    return nil
  }

  private static func problems(
    with date: CalendarDate, _ participant: Participant?, today: CalendarDate
  ) -> [Diagnostic] {
    if date > today {
      return [
        Diagnostic("\(date) is in the future: today is \(today)", remedy: "check the year")
      ]
    }
    guard let participant, date < participant.enrolledOn else { return [] }
    return [
      Diagnostic(
        "\(date) is before \(participant.id) was enrolled, on \(participant.enrolledOn)",
        remedy: "check both days; the day of enrollment is changed by `outcomes update`")
    ]
  }
}

extension AssessmentEntry {
  var timepoint: Timepoint { key.timepoint }
  var instrument: Instrument { key.instrument }

  /// The line to write.
  func assessment(_ action: AssessmentAction, reason: String, _ world: World) -> Assessment {
    Assessment(
      participant: participant.id, timepoint: timepoint.id, instrument: instrument.id, date: date,
      answers: answers, score: score.value, action: action, recordedAt: world.now(),
      recordedBy: world.recordedBy, reason: reason)
  }
}
