import Records
import Text

/// A whole program as it was read: its table, and notices about its files for the user.
package struct Cohort: Sendable {
  package let table: CohortColumns
  package let notices: [StoreNotice]
}

extension ProgramFolder {
  /// Reads all participants and all scores into columns.
  /// - Parameters:
  ///   - keepsAnswers: true to keep the texts of the answers.
  ///   - keepsAlerts: true to follow the answers that need a person's attention.
  ///   - threads: the number of pieces of a file that are read at the same time.
  ///   - pieceSize: the bytes of a piece; tests make it small.
  /// - Throws: every line that cannot be read, with its location.
  package func loadCohort(
    _ program: Program, keepsAnswers: Bool = false, keepsAlerts: Bool = false, threads: Int,
    pieceSize: Int = LinePieces.usualSize
  ) async throws(Problems) -> Cohort {
    let open = try OpenStore(self, program.settings)
    defer { open.close() }
    let participants = ParticipantChunkReader(
      settings: program.settings, file: open.participants.name, knownAt: knownAt)
    do throws(Problems) {
      let people = try await columns(
        of: open.participants, participants, program.settings, threads, pieceSize)
      let scores = ScoreChunkReader(
        program: program, participants: people, file: open.scores.name,
        keepsAnswers: keepsAnswers, keepsAlerts: keepsAlerts, knownAt: knownAt)
      let table = try await columns(
        of: open.scores, scores, CohortColumns(program: program, participants: people), threads,
        pieceSize)
      return Cohort(table: table, notices: try open.notices() + Self.notices(about: people))
    } catch {
      throw Problems(recognizingSpreadsheets(in: error.diagnostics, program.settings))
    }
  }

  private static func notices(about people: ParticipantColumns) -> [StoreNotice] {
    (people.erasedSince == 0 ? [] : [.erasedSince(participants: people.erasedSince)])
      + people.interruptionNotices
  }

  /// Returns a notice if erasures were interrupted, for commands that do not read the cohort.
  package func interruptedErasures(_ program: Program) throws(Problems) -> [StoreNotice] {
    try participants(program).interruptionNotices
  }

  /// - Throws: every line of the participants file that cannot be read.
  private func columns(
    of open: OpenStoreFile, _ reader: ParticipantChunkReader, _ settings: ProgramSettings,
    _ threads: Int, _ pieceSize: Int
  ) async throws(Problems) -> ParticipantColumns {
    var columns = ParticipantColumns(attributes: settings.attributes.count)
    columns.reserveCapacity(open.lines.count / Self.typicalLine(settings.store))
    var widths = LineWidths()
    var problems: [Diagnostic] = []
    try await open.forEachPiece(threads: threads, pieceSize: pieceSize) {
      reader.read(&$0, lines: $1)
    } add: { chunk, before in
      let found =
        reader.problems(of: chunk, addedTo: &columns)
        + reader.unevenLines(of: chunk, after: &widths)
      problems += found.map { $0.movedDown(by: before) }
      return chunk.lineCount
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return columns
  }

  /// The typical bytes of a line of the participants file, to estimate the number of participants.
  private static func typicalLine(_ format: LineFormat) -> Int { format == .csv ? 90 : 200 }

  /// - Throws: every line of the scores file that cannot be read.
  private func columns(
    of open: OpenStoreFile, _ reader: ScoreChunkReader, _ empty: CohortColumns, _ threads: Int,
    _ pieceSize: Int
  ) async throws(Problems) -> CohortColumns {
    var columns = empty
    var problems: [Diagnostic] = []
    try await open.forEachPiece(threads: threads, pieceSize: pieceSize) {
      reader.read(&$0, lines: $1)
    } add: { chunk, before in
      columns.add(chunk)
      problems += chunk.problems.map { $0.movedDown(by: before) }
      return chunk.lineCount
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return columns
  }
}

extension ParticipantColumns {
  fileprivate var interruptionNotices: [StoreNotice] {
    interruptedErasures == 0 ? [] : [.erasuresInterrupted(interruptedErasures)]
  }
}
