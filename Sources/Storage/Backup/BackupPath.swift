import Records
import Text

/// Which paths may stand in a backup's folder.
enum BackupPath {
  /// The file with the checksums, the last of all.
  static let sums = "SHA256SUMS"
  /// The folders, in their order.
  static let folders = [ProgramFolder.instrumentsName, ProgramFolder.recoveredName]

  /// Whether a file of that path belongs into a backup. What leads out of the folder never does.
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

  /// Whether a name can be that of one file or folder everywhere, and stands in a list of checksums
  /// as it is.
  static func isPlain(_ name: String) -> Bool {
    !["", ".", ".."].contains(name)
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
      && !name.contains("/")
  }

  private static let files =
    [ProgramFolder.settingsName, sums]
    + LineFormat.allCases.flatMap { format in StoreFile.allCases.map { $0.name(format) } }
}
