import Records
import Text

extension ProgramFolder {
  /// Reads everything, scores every line again and verifies the seals.
  /// - Parameter noted: seals that must be found.
  /// - Returns: every problem with its place, none for a sound store; and what a person should still know
  ///   of earlier ones.
  /// - Throws: what keeps the store from being read at all.
  package func check(
    _ program: Program, noted: [NotedSeal] = [], threads: Int
  ) async throws(Problems) -> (problems: [Diagnostic], notes: [Diagnostic]) {
    let exposures = try exposures(program.settings) + recoveredProblems()
    do throws(Problems) {
      let (problems, notes) = try await checkLines(program, noted: noted, threads: threads)
      return (exposures + problems, notes)
    } catch {
      throw Problems(exposures + error.diagnostics)
    }
  }

  private func checkLines(
    _ program: Program, noted: [NotedSeal], threads: Int
  ) async throws(Problems) -> (problems: [Diagnostic], notes: [Diagnostic]) {
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
      case .line(.file): break
      }
    }
    let seals = try await verifySeals(program.settings, noted: noted, threads: threads)
    let found =
      (problems + audit.problems + seals.diagnostics + seals.settingsDiagnostics(program))
      .inOrderOfPlaces()
    return (
      recognizingSpreadsheets(in: found, program.settings).inOrderOfPlaces(), seals.notes
    )
  }
}
