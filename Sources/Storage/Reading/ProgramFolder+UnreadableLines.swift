import Records
import Text

// These read one piece after the other, for a command that holds the lock.
extension ProgramFolder {
  /// Refuses to seal lines that cannot be read.
  /// - Throws: a problem for each line of either file that cannot be read.
  package func requireReadable(_ program: Program) throws(Problems) {
    var found: [Diagnostic] = []
    for file in StoreFile.allCases {
      let name = file.name(program.settings.store)
      for line in try unreadableLines(of: file, program) {
        found.append(
          Diagnostic(
            "this line cannot be read", at: SourceLocation(file: name, line: line),
            remedy:
              "see what is wrong with `outcomes check`, and fix it before it is sealed"))
      }
    }
    guard found.isEmpty else { throw Problems(found) }
  }

  /// Returns the numbers of the lines of a file that cannot be read.
  func unreadableLines(of file: StoreFile, _ program: Program) throws(Problems) -> [Int] {
    let (participants, problems, unevenLines) = try readParticipants(program)
    guard file == .scores else { return (problems + unevenLines).compactMap(\.location?.line) }
    let open = try OpenStoreFile(.scores, in: self, program.settings, for: .reading)
    defer { open.close() }
    let reader = AssessmentReader(program: program, participants: participants, file: open.name)
    var lines: [Int] = []
    var before = open.firstLine - 1
    try open.forEachPiece { bytes, piece in
      let reading = reader.read(&bytes, lines: piece.lines)
      lines += reading.problems.compactMap(\.location?.line).map { $0 + before }
      before += reading.lineCount
    }
    return lines
  }

  /// Reads all participants, the problems with lines of the participants file, and the problems of
  /// lines with too few or too many fields.
  func readParticipants(
    _ program: Program
  ) throws(Problems) -> (
    table: ParticipantColumns, problems: [Diagnostic], unevenLines: [Diagnostic]
  ) {
    let open = try OpenStoreFile(.participants, in: self, program.settings, for: .reading)
    defer { open.close() }
    return try readParticipants(in: open, program)
  }

  /// Reads the same from the open participants file.
  func readParticipants(
    in open: OpenStoreFile, _ program: Program
  ) throws(Problems) -> (
    table: ParticipantColumns, problems: [Diagnostic], unevenLines: [Diagnostic]
  ) {
    let settings = program.settings
    let reader = ParticipantChunkReader(settings: settings, file: open.name, knownAt: knownAt)
    var table = ParticipantColumns(attributes: settings.attributes.count)
    var widths = LineWidths()
    var problems: [Diagnostic] = []
    var unevenLines: [Diagnostic] = []
    var before = open.firstLine - 1
    try open.forEachPiece { bytes, piece in
      let chunk = reader.read(&bytes, lines: piece.lines)
      problems += reader.problems(of: chunk, addedTo: &table).map { $0.movedDown(by: before) }
      unevenLines += reader.unevenLines(of: chunk, after: &widths).map {
        $0.movedDown(by: before)
      }
      before += chunk.lineCount
    }
    return (table, problems, unevenLines)
  }

  /// Returns the lines of a file that are not properly sealed, accepted or not.
  func sealFaults(of file: StoreFile, _ settings: ProgramSettings) throws(Problems) -> [SealFault] {
    let open = try OpenStoreFile(file, in: self, settings, for: .reading)
    defer { open.close() }
    var walk = SealWalk(file, settings, firstLine: open.firstLine)
    let place = SealPlace(settings.store)
    try open.forEachPiece { bytes, piece in
      walk.add(SealPiece(bytes, piece.lines, place, noted: []))
    }
    walk.finish()
    return walk.faults
  }
}
