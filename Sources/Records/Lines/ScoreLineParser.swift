import Instruments
import Text

/// Turns the fields of a line of the scores file into numbers, and finds invalid ones.
///
/// It reads the lines of one participant, and those lines of a whole cohort that
/// `WrittenScoreReader` does not recognize. That reader repeats the rules for lines in the form in
/// which the program writes them; tests hold both together on random and damaged lines.
struct ScoreLineParser: Sendable {
  /// The values of a line.
  struct Row {
    /// The number in the table of participants.
    var participant: Int
    /// The number in the program's list of instruments.
    var instrument: Int
    /// The number in the program's list of timepoints.
    var timepoint: Int
    /// The day of the assessment.
    var date: CalendarDate
    var action: AssessmentAction
    /// The range of the answers; empty for a total that was entered.
    var answers: Range<Int>
    /// The number of items answered; nil for a total that was entered.
    var answered: Int?
    /// The number in the dictionary of scores; nil if there is no score.
    var score: Int?
    var recordedAt: Timestamp
    /// The range of the reason; empty if there is none.
    var reason: Range<Int>
  }

  let program: Program
  let participants: InternTable
  /// The number of participants enrolled by the moment in question; lines about later ones are
  /// ignored.
  private let knownParticipants: Int
  let knownAt: Timestamp
  let timepoints: InternTable
  let instruments: InternTable
  let answers: AnswerCount
  let scoreRanges: [ClosedRange<Double>]
  static let actions = InternTable(AssessmentAction.allCases.map(\.rawValue))

  /// - Parameters:
  ///   - participants: the ids that lines may name.
  ///   - known: the number of these, from the first, who were enrolled by `knownAt`; nil for all.
  ///   - knownAt: ignores lines that were recorded later; nil for all lines.
  init(
    program: Program, participants: InternTable, known: Int? = nil, knownAt: Timestamp? = nil
  ) {
    self.program = program
    self.participants = participants
    knownParticipants = known ?? participants.count
    self.knownAt = knownAt ?? .endOfTime
    timepoints = InternTable(program.timepoints.map(\.id.rawValue))
    instruments = InternTable(program.instruments.map(\.id.rawValue))
    answers = AnswerCount(program.instruments)
    scoreRanges = program.instruments.map(\.range)
  }

  /// Parses a line with its fields at `fields` of `bytes`.
  /// - Parameter memory: the values of earlier lines; the score is looked up or added there.
  @inline(__always)
  func parse(
    _ bytes: RawSpan, _ fields: LineFields, memory: inout PreviousLine
  ) throws(RowFault) -> Row {
    guard
      let participant = memory.participant.number(
        in: participants, bytes, fields[ScoreField.participant])
    else {
      throw FileEventCheck.fault(
        bytes, fields, columns: .scores, memory: &memory,
        otherwise: RowFault(.unknownParticipant, column: ScoreField.participant))
    }
    guard
      let timepoint = memory.timepoint.number(in: timepoints, bytes, fields[ScoreField.timepoint])
    else { throw RowFault(.unknownTimepoint, column: ScoreField.timepoint) }
    guard
      let instrument = memory.instrument.number(
        in: instruments, bytes, fields[ScoreField.instrument])
    else { throw RowFault(.unknownInstrument, column: ScoreField.instrument) }
    guard let action = memory.action.number(in: Self.actions, bytes, fields[ScoreField.action])
    else { throw RowFault(.unknownAction, column: ScoreField.action) }
    guard let date = memory.date(bytes, fields[ScoreField.date]) else {
      throw RowFault(.invalidDate, column: ScoreField.date)
    }
    let answered = try answered(bytes, fields[ScoreField.answers], instrument: instrument)
    let score = try score(
      bytes, fields[ScoreField.score], instrument: instrument, in: &memory.scores)
    if answered == nil, score == nil, AssessmentAction.allCases[action].hasContent {
      throw RowFault(.nothingRecorded, column: ScoreField.answers)
    }
    let recordedAt = try FieldCheck.timestamp(
      bytes, fields, column: ScoreField.recordedAt, memory: &memory)
    try FieldCheck.seal(bytes, fields, column: ScoreField.seal)
    return Row(
      participant: participant, instrument: instrument, timepoint: timepoint, date: date,
      action: AssessmentAction.allCases[action], answers: fields[ScoreField.answers],
      answered: answered, score: score, recordedAt: recordedAt, reason: fields[ScoreField.reason])
  }

  /// True if the line and its participant existed at the moment in question.
  func isKnown(_ row: Row) -> Bool {
    row.recordedAt <= knownAt && row.participant < knownParticipants
  }

  /// True if the line is about a participant that lines may name.
  func knowsParticipant(_ bytes: RawSpan, _ fields: LineFields) -> Bool {
    participants.number(of: bytes, fields[ScoreField.participant]) != nil
  }

  /// Returns the details that a message can add to a fault.
  func context(
    of fault: RowFault, in bytes: [UInt8], _ fields: LineFields
  ) -> LineWalk.Context {
    let value = String(decoding: bytes[fields[fault.column]], as: UTF8.self)
    let id = String(decoding: bytes[fields[ScoreField.instrument]], as: UTF8.self)
    let instrument = program.instruments.first { $0.id.rawValue == id }
    switch fault.kind {
    case .unknownTimepoint: return .init(names: timepoints.texts)
    case .unknownInstrument: return .init(names: instruments.texts)
    case .unknownAction: return .init(names: AssessmentAction.allCases.map(\.rawValue))
    case .invalidAnswers:
      let answers = AnswerText.parse(value)
      return .init(detail: answers.flatMap { instrument?.validate(answers: $0) } ?? [])
    case .scoreOutOfRange:
      let score = DecimalText.parse(value)
      return .init(detail: score.flatMap { instrument?.validate(score: $0) } ?? [])
    default: return .init()
    }
  }

  /// The number of items answered; nil if `range` is empty.
  @inline(__always)
  private func answered(
    _ bytes: RawSpan, _ range: Range<Int>, instrument: Int
  ) throws(RowFault) -> Int? {
    guard !range.isEmpty else { return nil }
    guard let answered = answers.answered(bytes, range, instrument: instrument) else {
      throw RowFault(.invalidAnswers, column: ScoreField.answers)
    }
    return answered
  }

  @inline(__always)
  private func score(
    _ bytes: RawSpan, _ range: Range<Int>, instrument: Int, in scores: inout ScoreDictionary
  ) throws(RowFault) -> Int? {
    guard !range.isEmpty else { return nil }
    guard let number = scores.number(of: bytes, range) else {
      throw RowFault(.invalidScore, column: ScoreField.score)
    }
    guard scoreRanges[instrument].contains(scores.values[number]) else {
      throw RowFault(.scoreOutOfRange, column: ScoreField.score)
    }
    return number
  }
}
