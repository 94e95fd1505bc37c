import Arguments
import Instruments
import Records
import Storage
import Text

/// What was typed about one assessment, checked against the program.
struct AssessmentEntry {
  let participant: ParticipantID
  let key: AssessmentKey
  let date: CalendarDate
  /// One code an item; nil where a total was entered.
  let answers: [Int?]?
  /// What the answers come to, or the total.
  let score: Score

  /// - Parameter replaced: what the entry takes the place of, whose day, and whose answers or
  ///   total, stay where no others were typed.
  /// - Throws: everything that is wrong, at once; with what was typed, what the participant's lines
  ///   say no to. Where nothing else is wrong, that is left to `enrolledParticipant`.
  init(
    _ arguments: ParsedArguments, _ open: OpenProgram, replacing replaced: Assessment? = nil
  ) throws(Refusal) {
    var reader = ValueReader(arguments)
    let id = reader.participantID()
    let today = open.world.today()
    let date = reader.date(.date) ?? replaced?.date ?? today
    let key = AssessmentKey(&reader, open.program)
    var (answers, total) = Self.typed(&reader, key?.instrument)
    if !arguments.has(.answers), !arguments.has(.score), let replaced {
      answers = replaced.answers
      total = answers == nil ? replaced.score : nil
    }
    let future = Self.problems(withFuture: date, today: today)
    if let id, reader.hasProblems || !future.isEmpty {
      reader.refuse(Self.problems(of: id, open, on: future.isEmpty ? date : nil))
    }
    reader.refuse(future)
    try reader.finish()
    guard let id, let key else { throw Refusal(.wrongCommandLine, []) }
    participant = id
    self.key = key
    self.date = date
    self.answers = answers
    let rule = open.program.missingItemRule(for: key.instrument)
    score =
      total.map { Score(outcome: .scored($0), answered: 0, of: 0) }
      ?? key.instrument.score(answers: answers ?? [], missingItems: rule)
  }

  /// The participant, as the lines of an open store say.
  /// - Throws: where nobody is enrolled as that, or did not take part on the day of the entry.
  func enrolledParticipant(
    _ open: OpenProgram, _ writer: inout StoreWriter
  ) throws(Problems) -> Participant {
    let participant = try open.participant(participant, in: &writer)
    let problems = Self.problems(with: date, participant)
    guard problems.isEmpty else { throw Problems(problems) }
    return participant
  }

  /// What the participant's lines say no to.
  /// - Parameter date: the day of the entry; nil where it is not to be looked at.
  private static func problems(
    of id: ParticipantID, _ open: OpenProgram, on date: CalendarDate?
  ) -> [Diagnostic] {
    do throws(Problems) {
      let participant = try open.participant(id)
      return date.map { problems(with: $0, participant) } ?? []
    } catch {
      return error.diagnostics
    }
  }

  /// The answers or the total that were typed, checked against the instrument.
  private static func typed(
    _ reader: inout ValueReader, _ instrument: Instrument?
  ) -> (answers: [Int?]?, total: Double?) {
    let answers = answers(&reader, instrument)
    let total = total(&reader)
    if let instrument {
      reader.refuse(answers.map(instrument.validate(answers:)) ?? [])
      reader.refuse(total.map(instrument.validate(score:)) ?? [])
    }
    return (answers, total)
  }

  private static func answers(
    _ reader: inout ValueReader, _ instrument: Instrument?
  ) -> [Int?]? {
    guard let text = reader.arguments.value(of: .answers) else { return nil }
    if let answers = TypedAnswers.parse(text, for: instrument) { return answers }
    reader.report(
      "“\(text)” is not a valid list of answers",
      remedy: "write one number an item, and “.” for an item that was not answered: --answers 2,1,."
    )
    return nil
  }

  private static func total(_ reader: inout ValueReader) -> Double? {
    guard let text = reader.arguments.value(of: .score) else { return nil }
    if let total = DecimalText.parse(typed: text) { return total }
    reader.report("“\(text)” is not a valid number", remedy: "write the total: --score 6")
    return nil
  }

  private static func problems(
    withFuture date: CalendarDate, today: CalendarDate
  ) -> [Diagnostic] {
    guard date > today else { return [] }
    return [Diagnostic("\(date) is in the future: today is \(today)", remedy: "check the year")]
  }

  private static func problems(
    with date: CalendarDate, _ participant: Participant
  ) -> [Diagnostic] {
    if date < participant.enrolledOn {
      return [
        Diagnostic(
          "\(date) is before \(participant.id) was enrolled, on \(participant.enrolledOn)",
          remedy: "check both days; the day of enrollment is changed by `outcomes update`")
      ]
    }
    guard let withdrawnOn = participant.withdrawnOn, date > withdrawnOn else { return [] }
    return [
      Diagnostic(
        "\(date) is after \(participant.id) withdrew, on \(withdrawnOn): it would not count",
        remedy: "give the day it was filled in with --date, or enroll them again with"
          + " `outcomes enroll \(participant.id)`")
    ]
  }
}

extension AssessmentEntry {
  var timepoint: Timepoint { key.timepoint }
  var instrument: Instrument { key.instrument }

  /// The line to write.
  func assessment(_ action: AssessmentAction, reason: String, _ world: World) -> Assessment {
    Assessment(
      participant: participant, timepoint: timepoint.id, instrument: instrument.id, date: date,
      answers: answers, score: score.value, action: action, recordedAt: world.now(),
      recordedBy: world.recordedBy, reason: reason)
  }
}
