import Records
import Text

/// A line of either file of a store as a value.
package enum StoreLine: Sendable {
  case participant(NumberedLine<ParticipantEvent>)
  case score(NumberedLine<Assessment>)
  /// A line about a file itself.
  case file(StoreFile, NumberedLine<FileEvent>)
}

extension StoreLine {
  fileprivate var number: Int {
    switch self {
    case .participant(let line): line.number
    case .score(let line): line.number
    case .file(_, let line): line.number
    }
  }

  fileprivate func movedDown(by lines: Int) -> StoreLine {
    switch self {
    case .participant(let line): .participant(line.movedDown(by: lines))
    case .score(let line): .score(line.movedDown(by: lines))
    case .file(let file, let line): .file(file, line.movedDown(by: lines))
    }
  }
}

extension LineReading {
  /// The lines, those about the file itself among the others, in the order of the file.
  fileprivate func inOrder(_ file: StoreFile, _ line: (NumberedLine<Value>) -> StoreLine)
    -> [StoreLine]
  {
    let events = fileEvents.map { StoreLine.file(file, $0) }
    return events.isEmpty
      ? lines.map(line) : (lines.map(line) + events).sorted { $0.number < $1.number }
  }
}

extension LineReading<ParticipantEvent> {
  fileprivate var inOrder: [StoreLine] { inOrder(.participants) { .participant($0) } }
}

extension LineReading<Assessment> {
  fileprivate var inOrder: [StoreLine] { inOrder(.scores) { .score($0) } }
}

/// What a walk over all lines of a store meets.
package enum StoreFinding: Sendable {
  case line(StoreLine)
  /// A line that cannot be read.
  case problem(Diagnostic)
  /// Something about a file as a whole.
  case notice(StoreNotice)
}

extension ProgramFolder {
  /// Goes over every line of both files in their order, participants first. Lines that cannot be
  /// read do not stop the walk.
  /// - Parameters:
  ///   - threads: how many pieces of a file are read at the same time.
  ///   - body: takes what is met.
  package func forEachLine(
    _ program: Program, threads: Int, _ body: (StoreFinding) -> Void
  ) async throws(Problems) {
    let settings = program.settings
    let open = try OpenStore(self, settings)
    defer { open.close(files) }
    let events = ParticipantEventReader(
      settings: settings, participant: nil, file: StoreFile.participants.name(settings.store),
      knownAt: knownAt)
    let chunks = ParticipantChunkReader(
      settings: settings, file: StoreFile.participants.name(settings.store), knownAt: knownAt)
    var table = ParticipantColumns(attributes: settings.attributes.count)
    var widths = LineWidths()
    try await forEachPiece(of: open.participants, threads: threads) { bytes, lines in
      var copy = bytes
      return (events.read(&bytes, lines: lines), chunks.read(&copy, lines: lines))
    } add: { piece, before in
      let (reading, chunk) = piece
      let found =
        chunks.problems(of: chunk, addedTo: &table) + chunks.unevenLines(of: chunk, after: &widths)
      for problem in found { body(.problem(problem.movedDown(by: before))) }
      for line in reading.inOrder { body(.line(line.movedDown(by: before))) }
      return reading.lineCount
    } notice: {
      body(.notice($0))
    }
    let assessments = AssessmentReader(
      program: program, participants: table, file: StoreFile.scores.name(settings.store),
      knownAt: knownAt)
    try await forEachPiece(of: open.scores, threads: threads) { bytes, lines in
      assessments.read(&bytes, lines: lines)
    } add: { piece, before in
      for problem in piece.problems { body(.problem(problem.movedDown(by: before))) }
      for line in piece.inOrder { body(.line(line.movedDown(by: before))) }
      return piece.lineCount
    } notice: {
      body(.notice($0))
    }
  }

  /// Reads one open file in parallel pieces.
  /// - Parameters:
  ///   - add: takes what a piece came to and how many lines stand before it in the file; gives how
  ///     many
  ///     lines it had.
  ///   - notice: takes what a person should know about the file.
  func forEachPiece<Piece: Sendable>(
    of open: OpenStoreFile, threads: Int, pieceSize: Int = LinePieces.usualSize,
    read: @escaping @Sendable (inout [UInt8], Range<Int>) -> Piece,
    add: (Piece, _ linesBefore: Int) -> Int, notice: (StoreNotice) -> Void
  ) async throws(Problems) {
    let pieces = LinePieces(files, open, pieceSize: pieceSize)
    var linesBefore = open.firstLine - 1
    do throws(FileError) {
      try await pieces.forEach(threads: threads, read: read) { piece in
        linesBefore += add(piece, linesBefore)
      }
    } catch {
      throw Problems(error.diagnostic)
    }
    for found in try open.notices(files) { notice(found) }
  }
}
