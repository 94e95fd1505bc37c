import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes migrate --backup FILE`
  static let migrate = Command(
    CommandDefinition(
      "migrate", group: .share, summary: "Bring an older program up to date",
      discussion:
        "Version 0.1.0 wrote lines and settings without seals: program.json names the schema "
        + "outcomes.program/1. Version 0.2.0 seals both: outcomes.program/2. This backs up the "
        + "program first, then seals what is there and changes nothing else. From then on, the "
        + "history shows what was not sealed before. It refuses if some lines are sealed and "
        + "others are not: `outcomes check` lists them.",
      options: [.firstBackup, .expect],
      examples: [
        CommandExample(
          "outcomes migrate --backup riverside-before.tar", "A backup first, then every line sealed"
        )
      ])
  ) { read, world throws(Refusal) in
    let (open, noted, given) = try readAll(
      read.program(), read.notedSeals(), read.backupFile(.firstBackup))
    let report = try await open.verifySeals(noted: noted)
    let unsealed = try refusing(try report.unsealedFiles(of: open.program))
    if !unsealed.isEmpty { try refusing(try open.folder.requireReadable(open.program)) }
    let isOfOldSchema = !open.program.settings.schema.recordsSettings
    guard !unsealed.isEmpty || isOfOldSchema else {
      world.console.print("nothing to do: this program is up to date, and no backup was made")
      return .done
    }
    let settings = open.program.settings
    let sealed = try open.write { writer throws(Problems) in
      _ = try open.folder.backUp(settings, to: world.absolutePath(given), at: world.now())
      var sealed: [String] = []
      for file in unsealed {
        let count = try writer.sealEveryLine(of: file) { open.event(.migrate, $0) }
        writer.hasDonePart = true
        sealed.append("\(count) \(count == 1 ? "line" : "lines") of \(file.name(settings.store))")
      }
      if isOfOldSchema {
        try open.recordSettings(after: report.recordedSettings, &writer)
        sealed.append("the settings")
      }
      return sealed
    }
    world.console.print(
      "sealed \(sealed.listed("and")); the program as it was before is in \(given)")
    return .done
  }
}

extension SealReport {
  /// Returns the files that were written before there were seals.
  /// - Throws: if a chain is broken, a noted seal is missing, settings were changed by hand, or
  ///   some lines of a file are sealed and others are not.
  fileprivate func unsealedFiles(of program: Program) throws(Problems) -> [StoreFile] {
    _ = try unlessBroken()
    let isSettled = settingsEvents.isEmpty || unrecordedChanges(program).isEmpty
    let found =
      missingSeals + partlySealedFiles.map(StoreWriter.partlySealed)
      + (isSettled ? [] : settingsDiagnostics(program))
    guard found.isEmpty else { throw Problems(found) }
    return unsealedFiles
  }
}

extension OpenProgram {
  /// Records the current settings; from then on, every change is recorded.
  fileprivate func recordSettings(
    after old: SettingsRecord, _ writer: inout StoreWriter
  ) throws(Problems) {
    var settings = program.settings
    settings.schema = .current
    let program = try Program(
      settings: settings, available: program.instruments, file: ProgramFolder.settingsName)
    _ = try writer.replaceSettings(of: old, by: program) { changes in
      let reason = "these settings were not sealed before"
      return event(.settings, SettingsEntry(reason: reason, changes: changes).text)
    }
  }
}

extension OptionDefinition {
  fileprivate static let firstBackup = OptionDefinition(
    "backup", valueName: "FILE", help: "the file for the backup that is made first",
    isRequired: true, completion: .file)
}
