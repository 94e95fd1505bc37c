import Arguments
import Storage
import Text

extension ManualPage {
  /// The manual page of this release.
  static let ofThisRelease = ManualPage(
    version: Release.version, released: Release.date,
    commands: Command.all.map(\.definition),
    files: [
      (
        ProgramFolder.settingsName,
        "the program's settings; a folder that contains this file is a program"
      ),
      (storeNames(.participants), "one line per enrollment, update and withdrawal"),
      (storeNames(.scores), "one line per assessment, correction and void"),
      ("\(ProgramFolder.instrumentsName)/*.json", "the program's own questionnaires"),
      ("\(ProgramFolder.recoveredName)/", "damaged lines that were set aside"),
    ],
    environment: World.Variable.allCases.map { ($0.rawValue, $0.meaning) },
    exitCodes: ExitCode.meanings)

  private static func storeNames(_ file: StoreFile) -> String {
    LineFormat.allCases.map(file.name).joined(separator: ", ")
  }
}
