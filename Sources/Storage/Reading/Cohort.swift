import Records
import Text

/// A whole program as it was read: its table, and what a person should know about its files.
package struct Cohort: Sendable {
  package let table: CohortColumns
  package let notices: [StoreNotice]
}

extension ProgramFolder {
  /// Reads all participants and all scores into columns.
  /// - Parameters:
  ///   - keepsAnswers: whether the answers' texts are wanted too.
  ///   - threads: how many pieces of a file are read at the same time.
  ///   - pieceSize: bytes a piece; tests make it small.
  /// - Throws: every line that cannot be read, with its place.
  package func loadCohort(
    _ program: Program, keepsAnswers: Bool = false, threads: Int,
    pieceSize: Int = LinePieces.usualSize
  ) async throws(Problems) -> Cohort {
    let open = try OpenStore(self, program.settings)
    defer { open.close(files) }
    var loader = CohortLoader(
      folder: self, open: open, program: program, threads: threads, pieceSize: pieceSize)
    do throws(Problems) {
      let participants = try await loader.participants()
      let table = try await loader.scores(of: participants, keepsAnswers: keepsAnswers)
      return Cohort(table: table, notices: loader.notices)
    } catch {
      throw Problems(recognizingSpreadsheets(in: error.diagnostics, program.settings))
    }
  }
}
