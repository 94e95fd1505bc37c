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
  /// The lines in the order of the file, including those about the file itself.
  fileprivate func inOrder(_ file: StoreFile, _ line: (NumberedLine<Value>) -> StoreLine)
    -> [StoreLine]
  {
    let events = fileEvents.map { StoreLine.file(file, $0) }
    return events.isEmpty
      ? lines.map(line) : (lines.map(line) + events).sorted { $0.number < $1.number }
  }
}

extension LineReading<ParticipantEvent> {
  var inOrder: [StoreLine] { inOrder(.participants) { .participant($0) } }
}

extension LineReading<Assessment> {
  var inOrder: [StoreLine] { inOrder(.scores) { .score($0) } }
}

/// A finding of a walk through all lines of a store.
package enum StoreFinding: Sendable {
  case line(StoreLine)
  /// A line that cannot be read.
  case problem(Diagnostic)
  /// A notice about a file as a whole.
  case notice(StoreNotice)
}

extension ProgramFolder {
  /// Goes through all lines of both files in order, participants first. Lines that cannot be read
  /// do not stop the walk.
  /// - Parameters:
  ///   - threads: the number of pieces of a file that are read at the same time.
  ///   - body: takes each finding.
  package func forEachLine(
    _ program: Program, threads: Int, _ body: (StoreFinding) -> Void
  ) async throws(Problems) {
    let settings = program.settings
    let open = try OpenStore(self, settings)
    defer { open.close() }
    let participants = ParticipantChunkReader(
      settings: settings, file: open.participants.name, knownAt: knownAt)
    var table = ParticipantColumns(attributes: settings.attributes.count)
    var widths = LineWidths()
    try await open.participants.forEachPiece(threads: threads) { bytes, lines in
      participants.readWithEvents(&bytes, lines: lines)
    } add: { piece, before in
      let found =
        participants.problems(of: piece.chunk, addedTo: &table)
        + participants.unevenLines(of: piece.chunk, after: &widths)
      for problem in found { body(.problem(problem.movedDown(by: before))) }
      for line in piece.events.inOrder { body(.line(line.movedDown(by: before))) }
      return piece.chunk.lineCount
    }
    let assessments = AssessmentReader(
      program: program, participants: table, file: open.scores.name, knownAt: knownAt)
    try await open.scores.forEachPiece(threads: threads) { bytes, lines in
      assessments.read(&bytes, lines: lines)
    } add: { piece, before in
      for problem in piece.problems { body(.problem(problem.movedDown(by: before))) }
      for line in piece.inOrder { body(.line(line.movedDown(by: before))) }
      return piece.lineCount
    }
    for notice in try open.notices() { body(.notice(notice)) }
  }
}
