import Instruments
import Text

/// Reads lines of the scores file as values, for one participant or all participants.
package struct AssessmentReader: Sendable {
  private let walk: LineWalk
  private let parser: ScoreLineParser
  /// True if lines about other participants are skipped; otherwise they are faults.
  private let passesOthersOver: Bool

  /// - Parameters:
  ///   - file: the name of the file, for messages.
  ///   - knownAt: leaves out lines that were recorded later; nil for all lines.
  package init(
    program: Program, participant: ParticipantID, file: String, knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(schema: StoreSchema.scores, format: program.settings.store, file: file)
    parser = ScoreLineParser(
      program: program, participants: InternTable([participant.rawValue]), knownAt: knownAt)
    passesOthersOver = true
  }

  /// Creates a reader of the lines of all participants.
  package init(
    program: Program, participants: ParticipantColumns, file: String, knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(schema: StoreSchema.scores, format: program.settings.store, file: file)
    parser = ScoreLineParser(
      program: program, participants: participants.everybody, known: participants.count,
      knownAt: knownAt)
    passesOthersOver = false
  }

  /// Reads the assessments in the whole lines at `lines`, in order, and the problems with any of
  /// them. Lines are counted from the first of these.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func read(
    _ bytes: inout [UInt8], lines: Range<Int>
  ) -> LineReading<Assessment> {
    var reading = LineReading<Assessment>()
    let result = walk.over(&bytes, lines: lines, into: &reading, context: parser.context) {
      reading, bytes, fields, line in
      reading.add(.scores, bytes, fields, line: line, knownAt: parser.knownAt)
    } body: { reading, bytes, fields, line throws(RowFault) in
      if passesOthersOver, !parser.knowsParticipant(bytes.span.bytes, fields) { return }
      let row = try parser.parse(bytes.span.bytes, fields, memory: &reading.memory)
      guard parser.isKnown(row) else { return }
      let assessment = assessment(row, bytes, fields, reading.memory.scores)
      reading.lines.append(NumberedLine(number: line, value: assessment))
    }
    return reading.ended(result)
  }

  private func assessment(
    _ row: ScoreLineParser.Row, _ bytes: [UInt8], _ fields: LineFields, _ scores: ScoreDictionary
  ) -> Assessment {
    func text(_ column: Int) -> String { String(decoding: bytes[fields[column]], as: UTF8.self) }
    // An id that the participants file has is valid.
    return Assessment(
      participant: ParticipantID(valid: bytes[fields[ScoreField.participant]]),
      timepoint: parser.program.timepoints[row.timepoint].id,
      instrument: parser.program.instruments[row.instrument].id, date: row.date,
      answers: row.answered.flatMap { _ in AnswerText.parse(text(ScoreField.answers)) },
      score: row.score.map { scores.values[$0] }, action: row.action,
      recordedAt: row.recordedAt, recordedBy: text(ScoreField.recordedBy),
      reason: text(ScoreField.reason))
  }
}
