import Records
import Storage
import Text

extension Command {
  /// `outcomes migrate --backup FILE`
  static let migrate = Command(
    CommandDefinition(
      "migrate", group: .share, summary: "Bring an older program up to date",
      discussion:
        "Version 0.1.0 wrote its lines without seals. This seals every line of such a program and "
        + "changes nothing else, after the program as it was went into a backup. Where some lines are "
        + "sealed and others are not, it refuses: `outcomes check` shows them.",
      options: [.firstBackup],
      examples: [
        CommandExample(
          "outcomes migrate --backup riverside-before.tar", "A backup first, then every line sealed"
        )
      ])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world)
    let unsealed = try await open.unsealedFiles()
    guard !unsealed.isEmpty else {
      world.console.print("nothing to do: this program is up to date, and no backup was made")
      return .done
    }
    let given = arguments.requiredValue(of: .firstBackup)
    let settings = open.program.settings
    let sealed = try open.write { writer throws(Problems) in
      _ = try open.folder.backUp(settings, to: world.absolutePath(given), at: world.now())
      var sealed: [String] = []
      for file in unsealed {
        let count = try writer.sealEveryLine(of: file)
        sealed.append("\(count) \(count == 1 ? "line" : "lines") of \(file.name(settings.store))")
      }
      return sealed
    }
    world.console.print(
      "sealed \(sealed.joined(separator: " and ")); the program as it was is in \(given)")
    return .done
  }
}

extension OpenProgram {
  /// The files that were written before there were seals.
  /// - Throws: where a chain is broken, or some lines of a file are sealed and others are not.
  fileprivate func unsealedFiles() async throws(Refusal) -> [StoreFile] {
    let report = try await verifySeals()
    return try refusing { () throws(Problems) in
      _ = try report.unlessBroken()
      let partly = report.partlySealedFiles.map(StoreWriter.partlySealed)
      guard partly.isEmpty else { throw Problems(partly) }
      return report.unsealedFiles
    }
  }
}

extension OptionDefinition {
  fileprivate static let firstBackup = OptionDefinition(
    "backup", valueName: "FILE", help: "the file for the backup that is made first",
    isRequired: true, completion: .file)
}
