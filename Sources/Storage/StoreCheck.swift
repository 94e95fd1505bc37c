import Records
import Text

extension ProgramFolder {
  /// Reads everything and scores every line again.
  /// - Returns: every problem with its place; empty for a sound store.
  /// - Throws: what keeps the store from being read at all.
  package func check(_ program: Program, threads: Int) async throws(Problems) -> [Diagnostic] {
    let exposures = try exposures(program.settings)
    do throws(Problems) {
      return exposures + (try await checkLines(program, threads: threads))
    } catch {
      throw Problems(exposures + error.diagnostics)
    }
  }

  private func checkLines(
    _ program: Program, threads: Int
  ) async throws(Problems) -> [Diagnostic] {
    var audit = StoreAudit(program)
    var problems: [Diagnostic] = []
    let format = program.settings.store
    try await forEachLine(program, threads: threads) { finding in
      switch finding {
      case .problem(let problem): problems.append(problem)
      case .notice(let notice): problems.append(notice.diagnostic)
      case .line(.participant(let line)):
        audit.add(line, file: StoreFile.participants.name(format))
      case .line(.score(let line)):
        audit.add(line, file: StoreFile.scores.name(format))
      }
    }
    let found = (problems + audit.problems).inOrderOfPlaces()
    return recognizingSpreadsheets(in: found, program.settings).inOrderOfPlaces()
  }
}
