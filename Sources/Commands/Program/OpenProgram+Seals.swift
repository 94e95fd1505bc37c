import Records
import Reports
import Storage
import Text

extension OpenProgram {
  /// Verifies the seals and returns what is not properly sealed.
  func verifySeals(noted: [NotedSeal] = []) async throws(Refusal) -> SealReport {
    do throws(Problems) {
      return try await folder.verifySeals(program.settings, noted: noted, threads: world.threads)
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  /// Refuses to continue if anything is not properly sealed.
  func requireSeals() async throws(Refusal) {
    let report = try await verifySeals()
    let found = report.diagnostics + report.settingsDiagnostics(program)
    guard found.isEmpty else { throw Refusal(.refused, found) }
  }

  /// Records that a person accepts everything that is not properly sealed.
  func acceptSeals(because reason: String) async throws(Refusal) {
    let report = try await verifySeals()
    let acceptances = report.acceptances(reason: reason)
    let changes = report.unrecordedChanges(program)
    guard !changes.contains(where: { $0.key == "schema" && $0.old != nil }) else {
      throw Refusal(
        .refused,
        Diagnostic(
          "program.json was set back to an older schema by hand: that cannot be accepted",
          remedy: "restore “schema”: “\(ProgramSchema.current.rawValue)” in it"))
    }
    guard !acceptances.isEmpty || !changes.isEmpty else {
      return world.console.say(
        "outcomes: nothing to accept: all lines and settings are properly sealed")
    }
    try write { writer throws(Problems) in
      for (file, _, text) in acceptances {
        try writer.append(event(.accept, text), to: file)
      }
      if !changes.isEmpty {
        let entry = SettingsEntry(reason: reason, changes: changes)
        try writer.append(event(.settings, entry.text), to: .participants)
      }
    }
    for (file, place, _) in acceptances {
      world.console.print("\(file.name(program.settings.store)): accepted \(place)")
    }
    for difference in changes.flatMap(\.differencesInWords) {
      world.console.print("accepted \(difference)")
    }
  }

  /// Returns a line about a file itself, with the current time.
  func event(_ action: FileAction, _ text: String) -> FileEvent {
    FileEvent(action, recordedAt: world.now(), recordedBy: world.recordedBy, text: text)
  }
}
