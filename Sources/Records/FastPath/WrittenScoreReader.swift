import Text

/// Reads lines of the scores file that are exactly as the writer writes them, in one pass from
/// start to end: the values allowed in a column determine where each value ends.
///
/// It reports no faults: any line that it does not recognize is left to `LineScanner` and
/// `ScoreLineParser`, which give the same result for every line that it reads.
struct WrittenScoreReader: Sendable {
  private let line: WrittenLine
  private let participants: InternTable
  private let timepoints: InternTable
  private let instruments: InternTable
  /// The actions by their numbers among the names of `ScoreLineParser`.
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

  /// Reads the line at `start` and moves `start` past it. Returns nil and leaves `start` unchanged
  /// if the line is not recognized.
  @inline(__always)
  func read(
    _ bytes: RawSpan, from start: inout Int, memory: inout PreviousLine
  ) -> ScoreLineParser.Row? {
    do throws(UnrecognizedLine) {
      return try row(bytes, from: &start, &memory)
    } catch {
      return nil
    }
  }

  @inline(__always)
  private func row(
    _ bytes: RawSpan, from start: inout Int, _ memory: inout PreviousLine
  ) throws(UnrecognizedLine) -> ScoreLineParser.Row {
    var position = start
    let opening = try opening(bytes, at: &position, &memory)
    let instrument = try line.name(
      ScoreField.instrument, in: instruments, &memory.instrument, bytes, at: &position)
    let date = try line.date(ScoreField.date, &memory, bytes, at: &position)
    let (answers, answered) = try answers(of: instrument, bytes, at: &position)
    let score = try score(of: instrument, &memory.scores, bytes, at: &position)
    let entryStart = position
    let entry = try entry(bytes, at: &position, &memory)
    try line.require(answered != nil || score != nil || !entry.action.hasContent)
    try line.passSeal(bytes, at: &position)
    start = position
    return ScoreLineParser.Row(
      participant: opening.participant, instrument: instrument, timepoint: opening.timepoint,
      date: date, action: entry.action, answers: answers, answered: answered, score: score,
      recordedAt: entry.recordedAt,
      reason: entryStart + entry.reason.lowerBound..<entryStart + entry.reason.upperBound)
  }

  /// Reads the participant and the timepoint.
  @inline(__always)
  private func opening(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(UnrecognizedLine) -> (participant: Int, timepoint: Int) {
    if let last = memory.opening.pass(bytes, at: &position) { return last }
    return try newOpening(bytes, at: &position, &memory)
  }

  private func newOpening(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(UnrecognizedLine) -> (participant: Int, timepoint: Int) {
    let start = position
    let participant = try line.name(
      ScoreField.participant, in: participants, &memory.participant, bytes, at: &position)
    let timepoint = try line.name(
      ScoreField.timepoint, in: timepoints, &memory.timepoint, bytes, at: &position)
    memory.opening.note(start..<position, (participant, timepoint))
    return (participant, timepoint)
  }

  /// Reads the action and who recorded it when and why, up to the seal.
  @inline(__always)
  private func entry(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(UnrecognizedLine)
    -> (action: AssessmentAction, recordedAt: Timestamp, reason: Range<Int>)
  {
    if let last = memory.entry.pass(bytes, at: &position) { return last }
    return try newEntry(bytes, at: &position, &memory)
  }

  private func newEntry(
    _ bytes: RawSpan, at position: inout Int, _ memory: inout PreviousLine
  ) throws(UnrecognizedLine)
    -> (action: AssessmentAction, recordedAt: Timestamp, reason: Range<Int>)
  {
    let start = position
    let action = try actions[
      line.name(
        ScoreField.action, in: ScoreLineParser.actions, &memory.action, bytes, at: &position)]
    let recordedAt = try line.timestamp(ScoreField.recordedAt, &memory, bytes, at: &position)
    _ = try line.text(ScoreField.recordedBy, bytes, at: &position)
    let reason = try line.text(ScoreField.reason, bytes, at: &position)
    // The seal's opening belongs to the run, because it shows whether a reason comes before it.
    try line.require(line.open(ScoreField.seal, bytes, at: &position))
    let entry = (action, recordedAt, reason.lowerBound - start..<reason.upperBound - start)
    memory.entry.note(start..<position, entry)
    return entry
  }

  /// The range of the answers, and the number of items answered; nil if there are no answers.
  @inline(__always)
  private func answers(
    of instrument: Int, _ bytes: RawSpan, at position: inout Int
  ) throws(UnrecognizedLine) -> (Range<Int>, Int?) {
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
    let range = try line.text(bytes, at: &position)
    guard !range.isEmpty else { return (range, nil) }
    guard let answered = answers.answered(bytes, range, instrument: instrument) else {
      throw UnrecognizedLine()
    }
    return (range, answered)
  }

  /// The number of the score in the dictionary; nil if there is none.
  @inline(__always)
  private func score(
    of instrument: Int, _ scores: inout ScoreDictionary, _ bytes: RawSpan, at position: inout Int
  ) throws(UnrecognizedLine) -> Int? {
    guard line.open(ScoreField.score, bytes, at: &position) else { return nil }
    if line.keepsMissing, line.closeNumber(bytes, at: &position) { return nil }
    guard let score = scores.number(of: bytes, at: &position),
      line.closeNumber(bytes, at: &position),
      scoreRanges[instrument].contains(scores.values[score])
    else { throw UnrecognizedLine() }
    return score
  }
}
