import Records
import Text

/// The result of checking a program.
package struct StoreCheck: Sendable, Equatable {
  /// Every problem with its location; none for an intact store.
  package fileprivate(set) var problems: [Diagnostic]
  /// Notes about earlier problems, and about what is still to be done elsewhere.
  package let notes: [Diagnostic]
  /// The number of participants whose ids were erased.
  package let erased: Int
}

extension ProgramFolder {
  /// Reads everything, scores every form again and verifies the seals.
  /// - Parameter noted: seals that must be found.
  /// - Throws: the problems that keep the store from being read at all.
  package func check(
    _ program: Program, noted: [NotedSeal] = [], threads: Int
  ) async throws(Problems) -> StoreCheck {
    let exposures = try exposures(program.settings) + recoveredProblems()
    do throws(Problems) {
      var check = try await checkLines(program, noted: noted, threads: threads)
      check.problems = exposures + check.problems
      return check
    } catch {
      throw Problems(exposures + error.diagnostics)
    }
  }

  private func checkLines(
    _ program: Program, noted: [NotedSeal], threads: Int
  ) async throws(Problems) -> StoreCheck {
    var audit = StoreAudit(program)
    var erasures: [Timestamp] = []
    var problems: [Diagnostic] = []
    let format = program.settings.store
    try await forEachLine(program, threads: threads) { finding in
      switch finding {
      case .problem(let problem): problems.append(problem)
      case .notice(let notice): problems.append(notice.diagnostic)
      case .line(.participant(let line)):
        if line.value.action == .erase { erasures.append(line.value.recordedAt) }
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
    return StoreCheck(
      problems: recognizingSpreadsheets(in: found, program.settings).inOrderOfPlaces(),
      notes: seals.notes + (try noteAboutBackup(before: erasures)), erased: erasures.count)
  }

  /// A note if the last backup is still where it was written, and was made before an erasure.
  private func noteAboutBackup(
    before erasures: [Timestamp]
  ) throws(Problems) -> [Diagnostic] {
    guard !erasures.isEmpty, let backup = try lastBackup() else { return [] }
    let status = try explained { () throws(FileError) in try files.status(backup.file) }
    guard status?.kind == .file else { return [] }
    let later = erasures.count { $0 > backup.at }
    guard later > 0 else { return [] }
    return [
      Diagnostic(
        "the backup \(backup.file) was made on \(backup.at.date), and still holds what was erased"
          + " since then, of \(later == 1 ? "1 participant" : "\(later) participants")",
        remedy: "delete it, and make a new backup with `outcomes backup FILE`")
    ]
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
