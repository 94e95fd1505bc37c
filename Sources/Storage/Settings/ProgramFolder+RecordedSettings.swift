import Records
import Text

extension ProgramFolder {
  /// Returns the settings that the participants file records.
  /// - Parameter moment: ignores lines recorded later, except the first one, because nothing is
  ///   known of the time before it; nil for all lines.
  /// - Returns: nil if no line records settings.
  func recordedSettings(
    _ settings: ProgramSettings, at moment: Timestamp? = nil
  ) throws(Problems) -> SettingsRecord? {
    let events = try settingsEvents(settings)
    guard let first = events.first else { return nil }
    let known = events.dropFirst().filter { $0.recordedAt <= moment ?? .endOfTime }
    return SettingsRecord([first] + known)
  }
}

extension SettingsRecord {
  /// Creates a record from lines that record settings.
  package init(_ events: some Sequence<FileEvent>) {
    self.init()
    for event in events { apply(SettingsEntry(text: event.text)?.changes ?? []) }
  }
}

extension SealReport {
  /// The lines that record settings and are properly sealed or accepted.
  package var settingsEvents: [FileEvent] {
    files.filter { $0.file == .participants }.flatMap(\.events).map(\.value)
      .filter { $0.action == .settings }
  }

  /// The settings that those lines record.
  package var recordedSettings: SettingsRecord { SettingsRecord(settingsEvents) }

  /// Returns the changes in the program's settings and instruments that were not recorded.
  package func unrecordedChanges(_ program: Program) -> [SettingsChange] {
    if settingsEvents.isEmpty, !program.settings.schema.recordsSettings { return [] }
    return recordedSettings.changes(to: SettingsRecord(program))
  }

  /// Returns these changes in words, with other problems of the settings.
  package func settingsDiagnostics(_ program: Program) -> [Diagnostic] {
    if settingsEvents.isEmpty {
      // If lines of that file are damaged, they are the problem to look at.
      guard !files.contains(where: { $0.file == .participants && !$0.reportedFaults.isEmpty })
      else {
        return []
      }
      let place = SourceLocation(file: ProgramFolder.settingsName)
      let schema = program.settings.schema
      return [
        schema.recordsSettings
          ? Diagnostic(
            "no sealed line of the participants file records these settings", at: place,
            remedy: Self.restoreOrAccept)
          : Diagnostic(
            "this program's settings are not sealed: its schema is “\(schema.rawValue)”",
            at: place, remedy: "`outcomes migrate --backup FILE` seals them")
      ]
    }
    return unrecordedChanges(program).flatMap { change in
      change.differences.map { difference in
        Diagnostic(
          "changed by hand: \(SettingsDifference.shown(difference.new)), recorded as"
            + " \(SettingsDifference.shown(difference.old))",
          at: SourceLocation(file: change.document, keyPath: difference.path),
          remedy: Self.undoOrAccept)
      }
    }
  }

  private static let undoOrAccept =
    "undo it, or keep it with `outcomes check --accept --reason TEXT`"
  private static let restoreOrAccept =
    "restore the program from a backup with `outcomes restore`; or, after looking at the settings,"
    + " keep them with `outcomes check --accept --reason TEXT`"
}
