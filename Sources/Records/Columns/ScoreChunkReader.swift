import Text

/// Reads pieces of the scores file into columns; any number of pieces at the same time.
package struct ScoreChunkReader: Sendable {
  private let walk: LineWalk
  private let written: WrittenScoreReader
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
    program: Program, participants: ParticipantColumns, file: String, keepsAnswers: Bool = false,
    knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(schema: StoreSchema.scores, format: program.settings.store, file: file)
    parser = ScoreLineParser(
      program: program, participants: participants.everybody, known: participants.count,
      knownAt: knownAt)
    written = WrittenScoreReader(parser: parser, format: program.settings.store)
    self.keepsAnswers = keepsAnswers
  }

  /// The columns of the whole lines at `lines`.
  /// - Parameter bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  package func read(_ bytes: inout [UInt8], lines: Range<Int>) -> ScoreChunk {
    let cells = parser.program.instruments.count * parser.program.timepoints.count
    let capacity = lines.count / Self.shortLine / max(cells, 1)
    var reading = Reading(rows: ScoreChunk.rows(cells: cells, capacity: capacity))
    let result = walk.over(&bytes, lines: lines, into: &reading) { reading, bytes, position, _ in
      takeWritten(bytes, from: &position, to: lines.upperBound, into: &reading)
    } context: {
      parser.context(of: $0, in: $1, $2)
    } fileEvent: { _, _, _, _ in
    } body: { reading, bytes, fields, _ throws(RowFault) in
      let row = try parser.parse(bytes.span.bytes, fields, memory: &reading.memory)
      guard parser.isKnown(row) else { return }
      reading.rows[cell(of: row)].append(
        ScoreChunk.Row(row, answers: keep(row, bytes, in: &reading.answers)))
    }
    var chunk = ScoreChunk(rows: reading.rows, answers: reading.answers)
    chunk.dictionary = reading.memory.scores
    chunk.lineCount = result.lineCount
    chunk.problems = result.problems
    return chunk
  }

  /// What the lines so far come down to.
  private struct Reading {
    /// As in `ScoreChunk`.
    var rows: [[ScoreChunk.Row]]
    var answers: [UInt8] = []
    var memory = PreviousLine()
  }

  /// Takes lines that stand as the writer puts them, up to the first that does not.
  /// - Returns: how many.
  @inline(__always)
  private func takeWritten(
    _ bytes: [UInt8], from position: inout Int, to end: Int, into reading: inout Reading
  ) -> Int {
    // In a variable of their own, so that the compiler sees that nothing else holds them.
    var rows: [[ScoreChunk.Row]] = []
    swap(&rows, &reading.rows)
    var taken = 0
    while position < end,
      let row = written.read(bytes.span.bytes, from: &position, memory: &reading.memory)
    {
      taken += 1
      guard parser.isKnown(row) else { continue }
      rows[cell(of: row)].append(
        ScoreChunk.Row(row, answers: keep(row, bytes, in: &reading.answers)))
    }
    swap(&rows, &reading.rows)
    return taken
  }

  @inline(__always)
  private func cell(of row: ScoreLineParser.Row) -> Int {
    row.instrument * parser.program.timepoints.count + row.timepoint
  }

  /// Where the line's answers start in `answers`, after they were added if they are wanted.
  @inline(__always)
  private func keep(
    _ row: ScoreLineParser.Row, _ bytes: [UInt8], in answers: inout [UInt8]
  ) -> Int {
    guard keepsAnswers else { return 0 }
    let start = answers.count
    answers += bytes[row.answers]
    answers.append(ASCII.lineFeed)
    return start
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
