import Records
import Text

/// The paths that can be in the folder of a backup.
enum BackupPath {
  /// The file with the checksums, which is always last.
  static let sums = "SHA256SUMS"
  /// The folders, in order.
  static let folders = [ProgramFolder.instrumentsName, ProgramFolder.recoveredName]

  /// True if a file with this path belongs in a backup. A path that leads out of the folder never
  /// does.
  static func isFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy(isPlain) else { return false }
    switch parts.count {
    case 1: return files.contains(path)
    case 2:
      return parts[0] == ProgramFolder.recoveredName
        || parts[0] == ProgramFolder.instrumentsName && parts[1].hasSuffix(".json")
    default: return false
    }
  }

  /// True if a name is valid for a file or folder everywhere, and needs no escaping in a list of
  /// checksums.
  static func isPlain(_ name: String) -> Bool {
    !["", ".", ".."].contains(name)
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
      && !name.contains("/")
  }

  private static let files =
    [ProgramFolder.settingsName, sums]
    + LineFormat.allCases.flatMap { format in StoreFile.allCases.map { $0.name(format) } }
}
