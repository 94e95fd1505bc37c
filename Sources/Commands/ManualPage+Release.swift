import Arguments
import Storage
import Text

extension ManualPage {
  /// The manual page of this release.
  static let ofThisRelease = ManualPage(
    version: Release.version, released: Release.date,
    commands: Command.all.map(\.definition),
    files: [
      (ProgramFolder.settingsName, "the program's settings; the folder that holds it is a program"),
      (storeNames(.participants), "a line for each enrollment, update and withdrawal"),
      (storeNames(.scores), "a line for each assessment, correction and void"),
      ("\(ProgramFolder.instrumentsName)/*.json", "the program's own questionnaires"),
      ("\(ProgramFolder.recoveredName)/", "damaged lines that were set aside"),
    ],
    environment: World.Variable.allCases.map { ($0.rawValue, $0.meaning) },
    exitCodes: ExitCode.meanings)

  private static func storeNames(_ file: StoreFile) -> String {
    LineFormat.allCases.map(file.name).joined(separator: ", ")
  }
}
