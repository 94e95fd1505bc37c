import Text

/// Reads pieces of the participants file into columns. Any number of pieces can be read at the same
/// time.
package struct ParticipantChunkReader: Sendable {
  private let walk: LineWalk
  private let written: WrittenParticipantReader
  private let parser: ParticipantLineParser
  /// The bytes of a short line, to estimate the number of lines.
  private static let shortLine = 70

  /// - Parameters:
  ///   - file: the name of the file, for messages.
  ///   - knownAt: leaves out lines that were recorded later; nil for all lines.
  package init(settings: ProgramSettings, file: String, knownAt: Timestamp? = nil) {
    let schema = StoreSchema.participants(settings)
    walk = LineWalk(schema: schema, format: settings.store, file: file)
    parser = ParticipantLineParser(settings, knownAt: knownAt)
    written = WrittenParticipantReader(parser: parser, schema: schema, format: settings.store)
  }

  /// Reads the whole lines at `lines` into rows.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func read(_ bytes: inout [UInt8], lines: Range<Int>) -> ParticipantChunk {
    var reading = Reading(chunk: emptyChunk(for: lines), written: written.noMemory)
    let result = walk.over(&bytes, lines: lines, into: &reading) {
      reading, bytes, position, linesBefore in
      var line = linesBefore
      while position < lines.upperBound,
        let row = written.read(bytes.span.bytes, from: &position, memory: &reading.written)
      {
        line += 1
        reading.chunk.widths.add(line: line, lacking: 0)
        add(row, reading.written.fields, bytes, line: line, to: &reading.chunk)
      }
      return line - linesBefore
    } context: {
      parser.context(of: $0, in: $1, $2)
    } fileEvent: { reading, _, fields, line in
      reading.chunk.widths.add(line: line, lacking: fields.lacking, isFileEvent: true)
    } body: { reading, bytes, fields, line throws(RowFault) in
      let row = try parser.parse(bytes.span.bytes, fields, memory: &reading.memory)
      reading.chunk.widths.add(line: line, lacking: fields.lacking)
      add(row, fields, bytes, line: line, to: &reading.chunk)
    }
    return reading.chunk.ended(result)
  }

  /// Reads the whole lines at `lines` both into rows and as values. The problems of lines are in
  /// the rows.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func readWithEvents(
    _ bytes: inout [UInt8], lines: Range<Int>
  ) -> (chunk: ParticipantChunk, events: LineReading<ParticipantEvent>) {
    var reading = (chunk: emptyChunk(for: lines), events: LineReading<ParticipantEvent>())
    let result = walk.over(&bytes, lines: lines, into: &reading, context: parser.context) {
      reading, bytes, fields, line in
      reading.chunk.widths.add(line: line, lacking: fields.lacking, isFileEvent: true)
      reading.events.add(.participants, bytes, fields, line: line, knownAt: parser.knownAt)
    } body: { reading, bytes, fields, line throws(RowFault) in
      let row = try parser.parse(bytes.span.bytes, fields, memory: &reading.events.memory)
      reading.chunk.widths.add(line: line, lacking: fields.lacking)
      add(row, fields, bytes, line: line, to: &reading.chunk)
      guard parser.isKnown(row.recordedAt) else { return }
      reading.events.lines.append(
        NumberedLine(number: line, value: parser.event(row, bytes, fields)))
    }
    return (reading.chunk.ended(result), reading.events)
  }

  private func emptyChunk(for lines: Range<Int>) -> ParticipantChunk {
    ParticipantChunk(
      attributes: parser.attributeFields.count, capacity: lines.count / Self.shortLine)
  }

  private struct Reading {
    var chunk: ParticipantChunk
    var memory = PreviousLine()
    var written: WrittenParticipantReader.Memory

    init(chunk: ParticipantChunk, written: WrittenParticipantReader.Memory) {
      self.chunk = chunk
      self.written = written
    }
  }

  @inline(__always)
  private func add(
    _ row: ParticipantLineParser.Row, _ fields: LineFields, _ bytes: [UInt8], line: Int,
    to chunk: inout ParticipantChunk
  ) {
    guard parser.isKnown(row.recordedAt) else {
      let id = fields[ParticipantField.participant]
      if row.action == .enroll { _ = chunk.laterIDs.intern(bytes.span.bytes, id) }
      if row.action == .erase { _ = chunk.laterErasures.intern(bytes.span.bytes, id) }
      return
    }
    if row.action == .unenroll {
      let reason = String(decoding: bytes[fields[ParticipantField.reason]], as: UTF8.self)
      let id = String(decoding: bytes[fields[ParticipantField.participant]], as: UTF8.self)
      if Erasure.code(markedBy: reason, of: id) != nil { chunk.interruptedErasures += 1 }
    }
    if row.action == .withdraw || row.action == .withdrawUse {
      let reason = chunk.withdrawalReasons.intern(
        bytes.span.bytes, fields[ParticipantField.reason])
      chunk.withdrawals.append((chunk.rows.count, reason))
    }
    let id = chunk.keepID(bytes.span.bytes, fields[ParticipantField.participant])
    chunk.rows.append(
      ParticipantChunk.Row(id: id, line: line, date: row.date, action: row.action))
    for (attribute, field) in parser.attributeFields.enumerated() {
      let value = Self.number(
        of: bytes.span.bytes, fields[field], in: &chunk.attributeNames[attribute])
      chunk.attributeValues.append(Int32(truncatingIfNeeded: value))
    }
  }

  /// The number of an attribute's value. Most values are already known.
  @inline(__always)
  private static func number(
    of bytes: RawSpan, _ range: Range<Int>, in names: inout InternTable
  ) -> Int {
    names.number(of: bytes, range) ?? names.intern(bytes, range)
  }

  /// Adds a piece of the file to a table. Pieces must be added in the order of the file.
  /// - Returns: the problems with its lines, which are counted from the start of the piece.
  package func problems(
    of chunk: ParticipantChunk, addedTo table: inout ParticipantColumns
  ) -> [Diagnostic] {
    chunk.problems + table.add(chunk).map { unknownParticipant($0, in: chunk) }
  }

  /// Returns the problems of lines that lack fields although they are not older than a column, or
  /// that have too many.
  /// - Parameter widths: the widths of the pieces before.
  package func unevenLines(
    of chunk: ParticipantChunk, after widths: inout LineWidths
  ) -> [Diagnostic] {
    widths.append(chunk.widths, lineCount: chunk.lineCount).map { damage in
      Diagnostic(
        damage.isLong
          ? "this line has more fields than the lines above and below it"
          : "this line has fewer fields than the line above it",
        at: SourceLocation(file: walk.file, line: damage.line, column: 1),
        remedy: "columns: \(walk.schema.columns.map(\.name).joined(separator: ","))")
    }
  }

  /// The problem of a row about a participant who is not enrolled; its line is counted from the
  /// start of the piece.
  private func unknownParticipant(_ row: Int, in chunk: ParticipantChunk) -> Diagnostic {
    Diagnostic(
      UnknownName.participant(chunk.id(row)) + " before this line",
      at: SourceLocation(file: walk.file, line: chunk.rows[row].line, column: 1),
      remedy: "a line that enrolls them must come first")
  }
}
