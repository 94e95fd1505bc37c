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
    var refusals: [Diagnostic] = []
    let id = reader.participantID()
    let date = reader.date(.date) ?? usualDate ?? open.world.today()
    let key = AssessmentKey(arguments, open.program, problems: &refusals)
    let answers = Self.answers(arguments, &reader)
    let total = Self.total(arguments, &reader)
    if let instrument = key?.instrument {
      if let answers { refusals += instrument.validate(answers: answers) }
      if let total { refusals += instrument.validate(score: total) }
    }
    var participant: Participant?
    if let id {
      do throws(Problems) {
        participant = try open.participant(id)
      } catch {
        refusals += error.diagnostics
      }
    }
    refusals += Self.problems(with: date, participant, today: open.world.today())
    let problems = reader.problems + refusals
    guard problems.isEmpty, let participant, let key else {
      throw Refusal(reader.problems.isEmpty ? .refused : .wrongCommandLine, problems)
    }
    self.participant = participant
    self.key = key
    self.date = date
    self.answers = answers
    let rule = open.program.missingItemRule(for: key.instrument)
    score =
      total.map { Score(outcome: .scored($0), answered: 0, of: 0) }
      ?? key.instrument.score(answers: answers ?? [], missingItems: rule)
  }

  private static func answers(
    _ arguments: ParsedArguments, _ reader: inout ValueReader
  ) -> [Int?]? {
    guard let text = arguments.value(of: .answers) else { return nil }
    if let answers = AnswerText.parse(text) { return answers }
    reader.report(
      "“\(text)” are no answers",
      remedy: "write one number an item, and “.” for an item that was not answered: --answers 2,1,."
    )
    return nil
  }

  private static func total(_ arguments: ParsedArguments, _ reader: inout ValueReader) -> Double? {
    guard let text = arguments.value(of: .score) else { return nil }
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
