import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes restore FILE --into DIR`
  static let restore = Command(
    CommandDefinition(
      "restore", group: .share, summary: "Create a program folder from a backup",
      discussion:
        "Every byte of the backup is checked before anything is written. Nothing is overwritten: "
        + "the folder must be new or empty. Afterward, the seals of the restored lines are "
        + "verified.",
      positionals: [.backupFile], options: [.into],
      examples: [
        CommandExample(
          "outcomes restore riverside-2026-06-30.tar --into riverside",
          "The program of that day, in ./riverside")
      ])
  ) { read, world throws(Refusal) in
    let file = try read.backupFile(.backupFile).get()
    let given = read.arguments.requiredValue(of: .into)
    let folder = ProgramFolder(path: world.absolutePath(given), files: world.files)
    let backup = try refusing(try BackupFile(world.absolutePath(file), world.files))
    defer { backup.close() }
    do throws(Problems) {
      world.console.sayAll(try await backup.restore(into: folder, threads: world.threads))
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
    world.console.print(
      "\(backup.settings.name) · \(backup.fileCount) files restored into \(given), every checksum "
        + "is correct\ncheck it with `outcomes check --store \(ShellWord.quoted(given))`")
    return .done
  }
}

extension PositionalDefinition {
  fileprivate static let backupFile = PositionalDefinition(
    "FILE", help: "a file written by `outcomes backup`", completion: .file)
}

extension OptionDefinition {
  fileprivate static let into = OptionDefinition(
    "into", valueName: "DIR", help: "the folder to create; it must be new or empty",
    isRequired: true, completion: .directory)
}
