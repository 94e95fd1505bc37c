import Text

/// Reads lines of the participants file as values: one participant's, or everybody's.
package struct ParticipantEventReader: Sendable {
  private let walk: LineWalk
  private let parser: ParticipantLineParser
  /// Whose lines are read; nil for everybody's.
  private let participant: ParticipantID?

  /// - Parameters:
  ///   - participant: whose lines are read; nil for everybody's.
  ///   - file: the file's name, for messages.
  ///   - knownAt: lines that were recorded later are left out; nil for all of them.
  package init(
    settings: ProgramSettings, participant: ParticipantID?, file: String,
    knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(
      schema: StoreSchema.participants(settings), format: settings.store, file: file)
    parser = ParticipantLineParser(settings, knownAt: knownAt)
    self.participant = participant
  }

  /// What happened according to the whole lines at `lines`, in their order, and what was wrong with
  /// any of them. Lines are counted from the first of these.
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
      // By bytes, as the table of participants tells ids apart, and not by canonical equivalence.
      if let participant, !id.elementsEqual(participant.rawValue.utf8) { return }
      if fields.lacking > 0 { reading.lacksColumns = true }
      let row = try parser.parse(bytes.span.bytes, fields, memory: &reading.memory)
      guard parser.isKnown(row.recordedAt) else { return }
      reading.lines.append(NumberedLine(number: line, value: parser.event(row, bytes, fields)))
    }
    return reading.ended(result)
  }
}
