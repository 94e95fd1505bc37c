import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes backup FILE`
  static let backup = Command(
    CommandDefinition(
      "backup", group: .share, summary: "Write the whole program into one verified file",
      discussion:
        "Others can keep entering scores meanwhile: the file contains the program at one moment. "
        + "It is a plain tar archive with a list of checksums, so that `tar xf` and `sha256sum "
        + "-c` can open and check it without this software. The seals are verified before and the "
        + "checksums after, and nothing is overwritten. Other files in the folder are not "
        + "included. `outcomes status` shows when the last backup was made.",
      positionals: [.newBackup],
      examples: [
        CommandExample("outcomes backup riverside-2026-06-30.tar", "Everything, in one file")
      ])
  ) { read, world throws(Refusal) in
    let (open, given) = try readAll(read.program(), read.backupFile(.newBackup))
    let seals = try await open.verifySeals()
    world.console.sayAll(try refusing(try seals.unlessBroken()))
    // Before the backup: what fails afterward would leave it behind.
    let interrupted = try refusing(try open.folder.interruptedErasures(open.program))
    let summary = try refusing(
      try open.folder.backUp(
        open.program.settings, to: world.absolutePath(given), at: world.now()))
    open.say(summary.notices + interrupted)
    open.note(
      BackupNote(at: world.now(), by: world.recordedBy, file: world.shortestPath(given)))
    world.console.print(
      "\(given) contains \(summary.words) of \(open.program.settings.name), as of \(world.now());"
        + " it was read back and every checksum is correct")
    return .done
  }
}

extension OpenProgram {
  /// Notes a backup in the program folder. A folder that cannot be written can be backed up all the
  /// same.
  fileprivate func note(_ backup: BackupNote) {
    do throws(Problems) {
      try folder.note(backup)
    } catch {
      world.console.sayAll([
        Diagnostic(
          "the backup could not be noted in the program folder",
          remedy: "the backup is complete; only `outcomes status` does not know of it")
      ])
    }
  }
}

extension ValueReader {
  /// Reads the path of a backup from a positional.
  func backupFile(_ positional: PositionalDefinition) -> Reading<String> {
    Self.backupFile(arguments.requiredValue(of: positional))
  }

  /// Reads the path of a backup from a flag.
  func backupFile(_ option: OptionDefinition) -> Reading<String> {
    Self.backupFile(arguments.requiredValue(of: option))
  }

  /// Refuses “-”, which means standard output or input elsewhere: a backup is read back, so it must
  /// be a file.
  private static func backupFile(_ path: String) -> Reading<String> {
    path == "-"
      ? .wrong("a backup must be a file: “-” is not one", remedy: "give the file's name")
      : .success(path)
  }
}

extension BackupSummary {
  /// The number of files and bytes as text.
  var words: String { "\(files) files (\(bytes) bytes)" }
}

extension PositionalDefinition {
  fileprivate static let newBackup = PositionalDefinition(
    "FILE", help: "the file to write, such as riverside.tar", completion: .file)
}
