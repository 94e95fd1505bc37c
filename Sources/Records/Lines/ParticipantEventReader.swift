import Text

/// Reads lines of the participants file as values, for one participant or all participants.
package struct ParticipantEventReader: Sendable {
  private let walk: LineWalk
  private let parser: ParticipantLineParser
  /// The participant whose lines are read; nil for all participants.
  private let participant: ParticipantID?

  /// - Parameters:
  ///   - participant: the participant whose lines are read; nil for all participants.
  ///   - file: the name of the file, for messages.
  ///   - knownAt: leaves out lines that were recorded later; nil for all lines.
  package init(
    settings: ProgramSettings, participant: ParticipantID?, file: String,
    knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(
      schema: StoreSchema.participants(settings), format: settings.store, file: file)
    parser = ParticipantLineParser(settings, knownAt: knownAt)
    self.participant = participant
  }

  /// Reads the events in the whole lines at `lines`, in order, and the problems with any of them.
  /// Lines are counted from the first of these.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func read(
    _ bytes: inout [UInt8], lines: Range<Int>
  ) -> LineReading<ParticipantEvent> {
    var reading = LineReading<ParticipantEvent>()
    let result = walk.over(&bytes, lines: lines, into: &reading, context: parser.context) {
      reading, bytes, fields, line in
      reading.add(.participants, bytes, fields, line: line, knownAt: parser.knownAt)
    } body: { reading, bytes, fields, line throws(RowFault) in
      let id = bytes[fields[ParticipantField.participant]]
      // Ids are compared by bytes, as in the table of participants, not by canonical equivalence.
      if let participant, !id.elementsEqual(participant.rawValue.utf8) { return }
      if fields.lacking > 0 { reading.lacksColumns = true }
      let row = try parser.parse(bytes.span.bytes, fields, memory: &reading.memory)
      guard parser.isKnown(row.recordedAt) else { return }
      reading.lines.append(NumberedLine(number: line, value: parser.event(row, bytes, fields)))
    }
    return reading.ended(result)
  }
}
