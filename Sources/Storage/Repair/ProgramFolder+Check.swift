import Records
import Text

extension ProgramFolder {
  /// Reads everything, scores every form again and verifies the seals.
  /// - Parameter noted: seals that must be found.
  /// - Returns: every problem with its location, none for an intact store; and notes about earlier
  ///   problems.
  /// - Throws: the problems that keep the store from being read at all.
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
    // A line that cannot be read and is not properly sealed is damaged, and can be set aside.
    problems = problems.map { seals.isFault(at: $0.location) ? $0.addingRemedy(Self.setAside) : $0 }
    let found =
      (problems + audit.problems + seals.diagnostics + seals.settingsDiagnostics(program))
      .inOrderOfPlaces()
    return (
      recognizingSpreadsheets(in: found, program.settings).inOrderOfPlaces(), seals.notes
    )
  }

  private static let setAside =
    "set the line aside with `outcomes check --repair --reason TEXT`"
}

extension SealReport {
  /// True if a line is not properly sealed and was not accepted.
  fileprivate func isFault(at place: SourceLocation?) -> Bool {
    guard let line = place?.line else { return false }
    return files.contains { file in
      file.name == place?.file && file.faults.contains { $0.lines.contains(line) }
    }
  }
}

extension Diagnostic {
  fileprivate func addingRemedy(_ other: String) -> Diagnostic {
    var changed = self
    changed.remedy =
      remedy.map { $0 + ($0.hasSuffix("?") ? " If not, " : "; or ") + other } ?? other
    return changed
  }
}
