import Text

/// Reads pieces of the participants file into columns; any number of pieces at the same time.
package struct ParticipantChunkReader: Sendable {
  private let walk: LineWalk
  private let parser: ParticipantLineParser

  /// - Parameters:
  ///   - file: the file's name, for messages.
  ///   - knownAt: lines that were recorded later are left out; nil for all of them.
  package init(settings: ProgramSettings, file: String, knownAt: Timestamp? = nil) {
    walk = LineWalk(
      schema: StoreSchema.participants(attributes: settings.attributes), format: settings.store,
      file: file)
    parser = ParticipantLineParser(attributes: settings.attributes.count, knownAt: knownAt)
  }

  /// The columns of the whole lines at `lines`.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func read(_ bytes: inout [UInt8], lines: Range<Int>) -> ParticipantChunk {
    var chunk = ParticipantChunk(attributes: parser.attributeFields.count)
    var memory = LineMemory()
    let result = walk.over(&bytes, lines: lines, context: parser.context) {
      bytes, fields, line throws(RowFault) in
      let row = try parser.parse(bytes.span.bytes, fields, memory: &memory)
      guard parser.isKnown(row.recordedAt) else {
        if row.action == .enroll {
          _ = chunk.laterIDs.intern(bytes.span.bytes, fields[ParticipantField.participant])
        }
        return
      }
      chunk.ids += bytes[fields[ParticipantField.participant]]
      chunk.idEnds.append(chunk.ids.count)
      chunk.dates.append(row.date.daysSinceEpoch)
      if row.action == .withdraw {
        let reason = chunk.withdrawalReasons.intern(
          bytes.span.bytes, fields[ParticipantField.reason])
        chunk.withdrawals.append((chunk.actions.count, reason))
      }
      chunk.actions.append(row.action)
      chunk.lines.append(line)
      for (attribute, field) in parser.attributeFields.enumerated() {
        let number = chunk.attributeNames[attribute].intern(bytes.span.bytes, fields[field])
        chunk.attributeValues[attribute].append(Int32(number))
      }
    }
    chunk.ids += repeatElement(0, count: ByteWord.size)
    chunk.lineCount = result.lineCount
    chunk.problems = result.problems
    return chunk
  }

  /// The problem of a row that names somebody who is not enrolled, its line counted from the start of
  /// the piece.
  package func unknownParticipant(_ row: Int, in chunk: ParticipantChunk) -> Diagnostic {
    let start = row == 0 ? 0 : chunk.idEnds[row - 1]
    let id = String(decoding: chunk.ids[start..<chunk.idEnds[row]], as: UTF8.self)
    return Diagnostic(
      "nobody is enrolled as “\(id)” before this line",
      at: SourceLocation(file: walk.file, line: chunk.lines[row], column: 1),
      remedy: "a line that enrolls them must come first")
  }
}
