import Text

/// Reads pieces of the scores file into columns; any number of pieces at the same time.
package struct ScoreChunkReader: Sendable {
  private let walk: LineWalk
  private let parser: ScoreLineParser
  private let keepsAnswers: Bool
  /// Bytes of a short line, to guess how many there are.
  private static let shortLine = 70

  /// - Parameters:
  ///   - participants: who may be named.
  ///   - file: the file's name, for messages.
  ///   - keepsAnswers: whether the answers' texts are wanted too.
  ///   - knownAt: lines that were recorded later are left out; nil for all of them.
  package init(
    program: Program, participants: ParticipantTable, file: String, keepsAnswers: Bool = false,
    knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(schema: StoreSchema.scores, format: program.settings.store, file: file)
    parser = ScoreLineParser(
      program: program, participants: participants.everybody, known: participants.count,
      knownAt: knownAt)
    self.keepsAnswers = keepsAnswers
  }

  /// The columns of the whole lines at `lines`.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func read(_ bytes: inout [UInt8], lines: Range<Int>) -> ScoreChunk {
    let timepoints = parser.program.timepoints.count
    let cells = parser.program.instruments.count * timepoints
    var chunk = ScoreChunk(cells: cells, capacity: lines.count / Self.shortLine / max(cells, 1))
    var memory = LineMemory()
    let result = walk.over(&bytes, lines: lines, context: parser.context) {
      bytes, fields, _ throws(RowFault) in
      let row = try parser.parse(bytes.span.bytes, fields, memory: &memory)
      guard parser.isKnown(row) else { return }
      chunk.rows[row.instrument * timepoints + row.timepoint].append(
        ScoreChunk.Row(row, answers: chunk.answers.count))
      if keepsAnswers {
        chunk.answers += bytes[fields[ScoreField.answers]]
        chunk.answers.append(ASCII.lineFeed)
      }
    }
    chunk.dictionary = memory.scores
    chunk.lineCount = result.lineCount
    chunk.problems = result.problems
    return chunk
  }
}

extension ScoreChunk.Row {
  @inline(__always)
  fileprivate init(_ line: ScoreLineParser.Row, answers start: Int) {
    participant = Int32(truncatingIfNeeded: line.participant)
    date = line.date.daysSinceEpoch
    score =
      line.action == .void
      ? ScoreColumn.absent
      : line.score.map { Int32(truncatingIfNeeded: $0) } ?? ScoreColumn.notScorable
    answers = Int32(truncatingIfNeeded: start)
    answered = line.answered.map { UInt8(truncatingIfNeeded: $0) } ?? ScoreColumn.total
  }
}
