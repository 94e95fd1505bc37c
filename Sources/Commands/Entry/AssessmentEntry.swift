import Arguments
import Instruments
import Records
import Text

/// One assessment as typed, checked against the program and the participant.
struct AssessmentEntry {
  /// The answers or the total.
  enum Content: Equatable {
    /// One code per item, nil if it was not answered.
    case answers([Int?])
    case total(Double)

    /// Creates the content of an assessment.
    init(of assessment: Assessment) {
      if assessment.answers == nil, let total = assessment.score {
        self = .total(total)
      } else {
        self = .answers(assessment.answers ?? [])
      }
    }
  }

  let participant: Participant
  let key: AssessmentKey
  let date: CalendarDate
  let content: Content
  /// The score of the answers, or the total.
  let score: Score

  /// - Parameters:
  ///   - participant: the participant.
  ///   - replaced: the assessment that the entry replaces, whose date and content are kept unless
  ///     others were typed; nil if it replaces none.
  /// - Throws: all problems with the entry.
  init(
    _ read: ValueReader, of participant: Reading<Participant>,
    replacing replaced: Reading<Assessment>? = nil, in open: OpenProgram
  ) throws(Refusal) {
    let usualDate = replaced?.map(\.date) ?? .success(read.world.today())
    let (participant, key, date, content) = try readAll(
      participant, read.assessmentKey(in: open),
      read.assessmentDate(of: participant, else: usualDate),
      read.content(replacing: replaced, in: open))
    self.init(participant, key, on: date, content, in: open.program)
  }

  /// Creates an entry from values that were checked.
  init(
    _ participant: Participant, _ key: AssessmentKey, on date: CalendarDate, _ content: Content,
    in program: Program
  ) {
    (self.participant, self.key, self.date, self.content) = (participant, key, date, content)
    switch content {
    case .total(let total): score = Score(outcome: .scored(total), answered: 0, of: 0)
    case .answers(let answers):
      score = key.instrument.score(
        answers: answers, missingItems: program.missingItemRule(for: key.instrument))
    }
  }

  var timepoint: Timepoint { key.timepoint }
  var instrument: Instrument { key.instrument }

  /// The participant, timepoint and instrument: `P001 · day30 · UCLA-3`.
  var name: String { "\(participant.id) · \(timepoint.id) · \(instrument.name)" }

  /// One code per item; nil if a total was entered.
  var answers: [Int?]? { if case .answers(let answers) = content { answers } else { nil } }

  /// Returns the line to write.
  func assessment(_ action: AssessmentAction, reason: String, _ world: World) -> Assessment {
    Assessment(
      participant: participant.id, timepoint: timepoint.id, instrument: instrument.id, date: date,
      answers: answers, score: score.value, action: action, recordedAt: world.now(),
      recordedBy: world.recordedBy, reason: reason)
  }
}

extension ValueReader {
  /// Reads one assessment.
  func assessmentEntry(
    of participant: Reading<Participant>, replacing replaced: Reading<Assessment>? = nil,
    in open: OpenProgram
  ) -> Reading<AssessmentEntry> {
    Reading { () throws(Refusal) in
      try AssessmentEntry(self, of: participant, replacing: replaced, in: open)
    }
  }

  /// Reads the answers or the total; default: those of the replaced assessment.
  fileprivate func content(
    replacing replaced: Reading<Assessment>?, in open: OpenProgram
  ) -> Reading<AssessmentEntry.Content> {
    if let replaced, !arguments.has(.answers), !arguments.has(.score) {
      return replaced.map(AssessmentEntry.Content.init)
    }
    return content(of: try? instrument(in: open).get())
  }
}

extension ValueReader {
  /// Reads the answers or the total of a form.
  /// - Parameter instrument: the instrument; nil if it is not known.
  func content(of instrument: Instrument?) -> Reading<AssessmentEntry.Content> {
    if arguments.has(.answers) {
      let text = arguments.requiredValue(of: .answers)
      if TypedAnswers.hasGap(text) {
        return .wrong(
          "“\(text)” is unclear: there is no answer beside a comma",
          remedy: "write “.” for an item that was not answered: --answers 2,.,1")
      }
      return Reading.of(
        TypedAnswers.parse(text, for: instrument), else: "“\(text)” is not a valid list of answers",
        remedy:
          "write one number per item, and “.” for an item that was not answered: --answers 2,1,."
      ).unless { instrument?.validate(answers: $0) ?? [] }.map(AssessmentEntry.Content.answers)
    }
    let text = arguments.requiredValue(of: .score)
    return Reading.of(
      DecimalText.parse(typed: text), else: "“\(text)” is not a valid number",
      remedy: "write the total: --score 6"
    ).unless { instrument?.validate(score: $0) ?? [] }.map(AssessmentEntry.Content.total)
  }
}
