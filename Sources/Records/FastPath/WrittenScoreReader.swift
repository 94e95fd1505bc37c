import Text

/// Reads lines of the scores file that stand as the writer puts them, from their start to their end
/// in one go: what a column may hold tells where its value ends.
///
/// It knows no faults. Whatever it does not recognize is left to `LineScanner` and
/// `ScoreLineParser`, which say the same of every line that it reads.
struct WrittenScoreReader: Sendable {
  private struct Unrecognized: Error {}

  private let line: WrittenLine
  private let participants: InternTable
  private let timepoints: InternTable
  private let instruments: InternTable
  /// By their numbers among the names of `ScoreLineParser`.
  private let actions = AssessmentAction.allCases
  private let answers: AnswerCount
  private let scoreRanges: [ClosedRange<Double>]

  init(parser: ScoreLineParser, format: LineFormat) {
    line = WrittenLine(schema: StoreSchema.scores, format: format)
    participants = parser.participants
    timepoints = parser.timepoints
    instruments = parser.instruments
    answers = parser.answers
    scoreRanges = parser.scoreRanges
  }

  /// The line at `start`, which moves behind it; nil, and `start` as it was, where the line is not
  /// recognized.
  @inline(__always)
  func read(
    _ bytes: RawSpan, from start: inout Int, memory: inout PreviousLine
  ) -> ScoreLineParser.Row? {
    do throws(Unrecognized) {
      return try row(bytes, from: &start, &memory)
    } catch {
      return nil
    }
  }

  @inline(__always)
  private func row(
    _ bytes: RawSpan, from start: inout Int, _ memory: inout PreviousLine
  ) throws(Unrecognized) -> ScoreLineParser.Row {
    var position = start
    let opening = try opening(bytes, at: &position, &memory)
    let instrument = try name(
      ScoreField.instrument, in: instruments, &memory.instrument, bytes, at: &position)
    try require(line.open(ScoreField.date, bytes, at: &position))
    guard let date = memory.date(bytes, at: position) else { throw Unrecognized() }
    position += CalendarDate.textLength
    try require(line.closeText(bytes, at: &position))
    let (answers, answered) = try answers(of: instrument, bytes, at: &position)
    let score = try score(of: instrument, &memory.scores, bytes, at: &position)
    let entry = try entry(bytes, at: &position, &memory)
    try require(answered != nil || score != nil || entry.action == .void)
    try require(FieldCheck.isSeal(bytes, at: position))
    position += FieldCheck.sealLength
    try require(line.closeLine(bytes, at: &position))
    start = position
    return ScoreLineParser.Row(
      participant: opening.participant, instrument: instrument, timepoint: opening.timepoint,
      date: date, action: entry.action, answers: answers, answered: answered, score: score,
      recordedAt: entry.recordedAt)
  }

  /// Participant and timepoint.
  @inline(__always)
  private func opening(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(Unrecognized) -> (participant: Int, timepoint: Int) {
    if let last = memory.opening.pass(bytes, at: &position) { return last }
    return try newOpening(bytes, at: &position, &memory)
  }

  private func newOpening(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(Unrecognized) -> (participant: Int, timepoint: Int) {
    let start = position
    let participant = try name(
      ScoreField.participant, in: participants, &memory.participant, bytes, at: &position)
    let timepoint = try name(
      ScoreField.timepoint, in: timepoints, &memory.timepoint, bytes, at: &position)
    memory.opening.note(start..<position, (participant, timepoint))
    return (participant, timepoint)
  }

  /// What was done, when and by whom, up to the seal.
  @inline(__always)
  private func entry(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(Unrecognized) -> (action: AssessmentAction, recordedAt: Timestamp) {
    if let last = memory.entry.pass(bytes, at: &position) { return last }
    return try newEntry(bytes, at: &position, &memory)
  }

  private func newEntry(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(Unrecognized) -> (action: AssessmentAction, recordedAt: Timestamp) {
    let start = position
    let action = try actions[
      name(ScoreField.action, in: ScoreLineParser.actions, &memory.action, bytes, at: &position)]
    try require(line.open(ScoreField.recordedAt, bytes, at: &position))
    guard let recordedAt = memory.timestamp(bytes, at: position) else { throw Unrecognized() }
    position += Timestamp.textLength
    try require(line.closeText(bytes, at: &position))
    try passText(ScoreField.recordedBy, bytes, at: &position)
    try passText(ScoreField.reason, bytes, at: &position)
    // Whether a reason stands there is told by what follows: the seal belongs to the run.
    try require(line.open(ScoreField.seal, bytes, at: &position))
    memory.entry.note(start..<position, (action, recordedAt))
    return (action, recordedAt)
  }

  @inline(__always)
  private func require(_ condition: Bool) throws(Unrecognized) {
    guard condition else { throw Unrecognized() }
  }

  /// The number in `table` of the name that a column holds.
  @inline(__always)
  private func name(
    _ column: Int, in table: InternTable, _ last: inout PreviousName, _ bytes: RawSpan,
    at position: inout Int
  ) throws(Unrecognized) -> Int {
    try require(line.open(column, bytes, at: &position))
    guard let number = last.number(in: table, bytes, at: &position, of: line) else {
      throw Unrecognized()
    }
    return number
  }

  /// Where the answers stand, and how many items were answered; nil where there are none.
  @inline(__always)
  private func answers(
    of instrument: Int, _ bytes: RawSpan, at position: inout Int
  ) throws(Unrecognized) -> (Range<Int>, Int?) {
    guard line.open(ScoreField.answers, bytes, at: &position) else {
      return (position..<position, nil)
    }
    let start = position
    if let end = answers.endOfPlainAnswers(bytes, from: start, instrument: instrument),
      line.endsText(bytes, at: end)
    {
      position = end + 1
      return (start..<end, answers.itemCount(instrument: instrument))
    }
    guard let end = line.endOfText(bytes, from: start) else { throw Unrecognized() }
    position = end
    try require(line.closeText(bytes, at: &position))
    guard start < end else { return (start..<end, nil) }
    guard let answered = answers.answered(bytes, start..<end, instrument: instrument) else {
      throw Unrecognized()
    }
    return (start..<end, answered)
  }

  /// The score's number in the dictionary; nil where there is none.
  @inline(__always)
  private func score(
    of instrument: Int, _ scores: inout ScoreDictionary, _ bytes: RawSpan, at position: inout Int
  ) throws(Unrecognized) -> Int? {
    guard line.open(ScoreField.score, bytes, at: &position) else { return nil }
    if line.keepsMissing, line.closeNumber(bytes, at: &position) { return nil }
    guard let score = scores.number(of: bytes, at: &position),
      line.closeNumber(bytes, at: &position),
      scoreRanges[instrument].contains(scores.values[score])
    else { throw Unrecognized() }
    return score
  }

  /// Passes over what a person wrote.
  @inline(__always)
  private func passText(
    _ column: Int, _ bytes: RawSpan, at position: inout Int
  ) throws(Unrecognized) {
    guard line.open(column, bytes, at: &position) else { return }
    guard let end = line.endOfText(bytes, from: position) else { throw Unrecognized() }
    position = end
    try require(line.closeText(bytes, at: &position))
  }
}
