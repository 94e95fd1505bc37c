import Records
import Text

// One after the other, for a command that holds the lock.
extension ProgramFolder {
  /// Refuses to seal what nobody can read.
  /// - Throws: where any line of either file cannot be read.
  package func requireReadable(_ program: Program) throws(Problems) {
    var found: [Diagnostic] = []
    for file in StoreFile.allCases {
      let name = file.name(program.settings.store)
      for line in try unreadableLines(of: file, program) {
        found.append(
          Diagnostic(
            "this line cannot be read", at: SourceLocation(file: name, line: line),
            remedy:
              "see what is wrong with it with `outcomes check`, and mend it before it is sealed"))
      }
    }
    guard found.isEmpty else { throw Problems(found) }
  }

  /// The numbers of the lines of a file that cannot be read.
  func unreadableLines(of file: StoreFile, _ program: Program) throws(Problems) -> [Int] {
    let (participants, problems, unevenLines) = try readParticipants(program)
    guard file == .scores else { return (problems + unevenLines).compactMap(\.location?.line) }
    let reader = AssessmentReader(
      program: program, participants: participants, file: file.name(program.settings.store))
    var lines: [Int] = []
    try forEachPiece(of: file, program.settings) { bytes, range, before in
      let reading = reader.read(&bytes, lines: range)
      lines += reading.problems.compactMap(\.location?.line).map { $0 + before }
      return reading.lineCount
    }
    return lines
  }

  /// Everybody who was enrolled, what is wrong with any line of the participants file, and which
  /// lines have too few fields or too many.
  func readParticipants(
    _ program: Program
  ) throws(Problems) -> (
    table: ParticipantColumns, problems: [Diagnostic], unevenLines: [Diagnostic]
  ) {
    let settings = program.settings
    let reader = ParticipantChunkReader(
      settings: settings, file: StoreFile.participants.name(settings.store), knownAt: knownAt)
    var table = ParticipantColumns(attributes: settings.attributes.count)
    var widths = LineWidths()
    var problems: [Diagnostic] = []
    var unevenLines: [Diagnostic] = []
    try forEachPiece(of: .participants, settings) { bytes, range, before in
      let chunk = reader.read(&bytes, lines: range)
      problems += reader.problems(of: chunk, addedTo: &table).map { $0.movedDown(by: before) }
      unevenLines += reader.unevenLines(of: chunk, after: &widths).map {
        $0.movedDown(by: before)
      }
      return chunk.lineCount
    }
    return (table, problems, unevenLines)
  }

  /// The lines of a file that are not sealed as they should be, accepted or not.
  func sealFaults(of file: StoreFile, _ settings: ProgramSettings) throws(Problems) -> [SealFault] {
    var walk = SealWalk(file, settings, firstLine: settings.store.hasHeader ? 2 : 1)
    let place = SealPlace(settings.store)
    try forEachPiece(of: file, settings) { bytes, range, _ in
      let piece = SealPiece(bytes, range, place, noted: [])
      walk.add(piece)
      return piece.lineCount
    }
    walk.finish()
    return walk.faults
  }

  /// Reads one file a piece at a time.
  /// - Parameter body: takes the piece's lines in a buffer, and how many lines stand before them in
  ///   the file; gives how many lines the piece has.
  private func forEachPiece(
    of file: StoreFile, _ settings: ProgramSettings,
    _ body: (inout [UInt8], Range<Int>, Int) -> Int
  ) throws(Problems) {
    let open = try OpenStoreFile(file, in: self, settings, for: .reading)
    defer { files.close(open.handle) }
    let pieces = LinePieces(files, open)
    var before = open.firstLine - 1
    var buffer: [UInt8] = []
    for index in 0..<pieces.count {
      let piece = try explained { () throws(FileError) in try pieces.read(index, into: &buffer) }
      before += body(&buffer, piece.lines, before)
    }
  }
}
