import Records
import Text

/// Reads the two files of a store into columns, one after the other, each in parallel pieces.
struct CohortLoader {
  let folder: ProgramFolder
  let open: OpenStore
  let program: Program
  let threads: Int
  let pieceSize: Int
  private(set) var notices: [StoreNotice] = []
  private var problems: [Diagnostic] = []

  init(
    folder: ProgramFolder, open: OpenStore, program: Program, threads: Int, pieceSize: Int
  ) {
    self.folder = folder
    self.open = open
    self.program = program
    self.threads = threads
    self.pieceSize = pieceSize
  }

  /// Bytes of a line of the participants file, to guess how many participants there are.
  private var typicalLine: Int { program.settings.store == .csv ? 90 : 200 }

  /// - Throws: every line of the participants file that cannot be read.
  mutating func participants() async throws(Problems) -> ParticipantColumns {
    let settings = program.settings
    let reader = ParticipantChunkReader(
      settings: settings, file: StoreFile.participants.name(settings.store),
      knownAt: folder.knownAt)
    var table = ParticipantColumns(attributes: settings.attributes.count)
    var widths = LineWidths()
    table.reserveCapacity(open.participants.lines.count / typicalLine)
    try await folder.forEachPiece(
      of: open.participants, threads: threads, pieceSize: pieceSize
    ) {
      reader.read(&$0, lines: $1)
    } add: { chunk, before in
      let found =
        reader.problems(of: chunk, addedTo: &table)
        + reader.unevenLines(of: chunk, after: &widths)
      problems += found.map { $0.movedDown(by: before) }
      return chunk.lineCount
    } notice: {
      notices.append($0)
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return table
  }

  /// - Throws: every line of the scores file that cannot be read.
  mutating func scores(
    of participants: ParticipantColumns, keepsAnswers: Bool
  ) async throws(Problems) -> CohortColumns {
    let settings = program.settings
    let reader = ScoreChunkReader(
      program: program, participants: participants, file: StoreFile.scores.name(settings.store),
      keepsAnswers: keepsAnswers, knownAt: folder.knownAt)
    var table = CohortColumns(program: program, participants: participants)
    try await folder.forEachPiece(of: open.scores, threads: threads, pieceSize: pieceSize) {
      reader.read(&$0, lines: $1)
    } add: { chunk, before in
      table.add(chunk)
      problems += chunk.problems.map { $0.movedDown(by: before) }
      return chunk.lineCount
    } notice: {
      notices.append($0)
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return table
  }
}
