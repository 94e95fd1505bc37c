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
        "Others may go on entering scores meanwhile: the file holds the program of one moment. It is "
        + "a plain tar archive with a list of checksums, so that `tar xf` and `sha256sum -c` open it "
        + "even without this program. The seals are verified before, the checksums after, and nothing "
        + "is written over. Other files in the folder are not part of it.",
      positionals: [.newBackup],
      examples: [
        CommandExample("outcomes backup riverside-2026-06-30.tar", "Everything, in one file")
      ])
  ) { read, world throws(Refusal) in
    let (open, given) = try readAll(read.program(), read.backupFile(.newBackup))
    let seals = try await open.verifySeals()
    world.console.sayAll(try refusing(try seals.unlessBroken()))
    let summary = try refusing(
      try open.folder.backUp(
        open.program.settings, to: world.absolutePath(given), at: world.now()))
    open.say(summary.notices)
    world.console.print(
      "\(given) holds \(summary.words) of \(open.program.settings.name), as of \(world.now());"
        + " it was read back and every checksum is right")
    return .done
  }
}

extension ValueReader {
  /// The file that an argument names.
  func backupFile(_ positional: PositionalDefinition) -> Reading<String> {
    Self.backupFile(arguments.requiredValue(of: positional))
  }

  /// The file that a flag names.
  func backupFile(_ option: OptionDefinition) -> Reading<String> {
    Self.backupFile(arguments.requiredValue(of: option))
  }

  /// “-” means the standard output or input elsewhere; a backup is read back, and so it must be a
  /// file.
  private static func backupFile(_ path: String) -> Reading<String> {
    path == "-"
      ? .wrong("a backup must be a file: “-” is not one", remedy: "give the file's name")
      : .success(path)
  }
}

extension BackupSummary {
  /// How much it is, in words.
  var words: String { "\(files) files (\(bytes) bytes)" }
}

extension PositionalDefinition {
  fileprivate static let newBackup = PositionalDefinition(
    "FILE", help: "the file to write, such as riverside.tar", completion: .file)
}
