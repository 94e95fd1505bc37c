import Text

/// Reads pieces of the scores file into columns. Any number of pieces can be read at the same time.
package struct ScoreChunkReader: Sendable {
  private let walk: LineWalk
  private let written: WrittenScoreReader
  private let parser: ScoreLineParser
  private let keepsAnswers: Bool
  /// Finds the lines that can raise or settle an alert; nil to ignore alerts.
  private let alerts: AlertLineFilter?
  /// The bytes of a short line, to estimate the number of lines.
  private static let shortLine = 70

  /// - Parameters:
  ///   - participants: the participants that lines may name.
  ///   - file: the name of the file, for messages.
  ///   - keepsAnswers: true to keep the texts of the answers.
  ///   - keepsAlerts: true to follow the answers that need a person's attention.
  ///   - knownAt: leaves out lines that were recorded later; nil for all lines.
  package init(
    program: Program, participants: ParticipantColumns, file: String, keepsAnswers: Bool = false,
    keepsAlerts: Bool = false, knownAt: Timestamp? = nil
  ) {
    walk = LineWalk(schema: StoreSchema.scores, format: program.settings.store, file: file)
    parser = ScoreLineParser(
      program: program, participants: participants.everybody, known: participants.count,
      knownAt: knownAt)
    written = WrittenScoreReader(parser: parser, format: program.settings.store)
    self.keepsAnswers = keepsAnswers
    alerts = keepsAlerts ? AlertLineFilter(program.instruments) : nil
  }

  /// Reads the whole lines at `lines` into columns.
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
      add(row, bytes, to: &reading.rows, &reading.rest)
    }
    var chunk = ScoreChunk(rows: reading.rows, answers: reading.rest.answers)
    chunk.hasSkips = reading.rest.hasSkips
    chunk.alertLines = reading.rest.alertLines
    chunk.dictionary = reading.memory.scores
    chunk.lineCount = result.lineCount
    chunk.problems = result.problems
    return chunk
  }

  /// The result of the lines read so far.
  private struct Reading {
    /// The rows, as in `ScoreChunk`.
    var rows: [[ScoreChunk.Row]]
    var rest = Rest()
    var memory = PreviousLine()
  }

  /// The parts of a chunk besides its rows.
  private struct Rest {
    var hasSkips = false
    var answers: [UInt8] = []
    var alertLines: [AlertLine] = []
  }

  /// Reads lines that are exactly as the writer writes them, up to the first that is not.
  /// - Returns: the number of lines read.
  @inline(__always)
  private func takeWritten(
    _ bytes: [UInt8], from position: inout Int, to end: Int, into reading: inout Reading
  ) -> Int {
    // Moved into a local variable, so that the compiler sees a unique reference.
    var rows: [[ScoreChunk.Row]] = []
    swap(&rows, &reading.rows)
    var taken = 0
    while position < end,
      let row = written.read(bytes.span.bytes, from: &position, memory: &reading.memory)
    {
      taken += 1
      guard parser.isKnown(row) else { continue }
      add(row, bytes, to: &rows, &reading.rest)
    }
    swap(&rows, &reading.rows)
    return taken
  }

  /// Adds a line that was recorded by the moment in question.
  @inline(__always)
  private func add(
    _ row: ScoreLineParser.Row, _ bytes: [UInt8], to rows: inout [[ScoreChunk.Row]],
    _ rest: inout Rest
  ) {
    if let alerts, alerts.isAbout(row, bytes.span.bytes) {
      rest.alertLines.append(AlertLine(row, cell: cell(of: row), bytes))
    }
    if !row.action.changesScore {
      guard row.action == .skip else { return }
      rest.hasSkips = true
    }
    rows[cell(of: row)].append(
      ScoreChunk.Row(row, answers: keep(row, bytes, in: &rest.answers)))
  }

  @inline(__always)
  private func cell(of row: ScoreLineParser.Row) -> Int {
    row.instrument * parser.program.timepoints.count + row.timepoint
  }

  /// Adds the line's answers to `answers` if they are kept, and returns where they start.
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
      line.action.hasContent
      ? line.score.map { Int32(truncatingIfNeeded: $0) } ?? ScoreColumn.notScorable
      : ScoreColumn.absent
    answers = Int32(truncatingIfNeeded: start)
    answered =
      line.action == .skip
      ? ScoreColumn.skipped
      : line.answered.map { UInt8(truncatingIfNeeded: $0) } ?? ScoreColumn.total
  }
}
