import Records
import Text

/// A path that a person named for something new, such as `-o FILE`.
///
/// It must not lead to anything that belongs to a program, whichever program it is: neither by its
/// place in a program folder nor by another name of the same file.
struct OutputPath {
  private let path: String
  /// The intended action, as in “could not write”.
  private let action: String
  private let files: FileSystem
  /// The path of the folder that contains it, with a slash at the end.
  private let parent: String
  private let name: String

  init(_ path: String, _ files: FileSystem, to action: String = "write") {
    self.action = action
    var rest = path[...]
    while rest.count > 1, rest.hasSuffix("/") || rest.hasSuffix("/.") { rest = rest.dropLast() }
    self.path = String(rest)
    self.files = files
    name = String(rest[(rest.lastIndex(of: "/").map(rest.index(after:)) ?? rest.startIndex)...])
    parent = rest.count > name.count ? String(rest.dropLast(name.count)) : "./"
  }

  /// Rejects a path that belongs to a program or cannot be a file.
  /// - Returns: the file that would be replaced; nil if there is none.
  func checkForFile() throws(FileError) -> FileSystem.Status? {
    let place = try files.status(path)
    try checkRole(place)
    switch place?.kind {
    // A file would replace the link or device itself.
    case .symbolicLink: throw refusal(.isLink)
    case .folder, .other: throw refusal(.notAFile)
    case .file, nil: break
    }
    // Another name of the file may be that of a program file that cannot be found from here.
    if let place, place.names > 1 { throw refusal(.hasOtherNames) }
    return place
  }

  /// Rejects a path for a folder if it belongs to a program.
  func checkForFolder() throws(FileError) {
    try checkRole(try files.status(path))
  }

  private func checkRole(_ place: FileSystem.Status?) throws(FileError) {
    let lowercased = name.lowercased()
    // A settings file alone makes any folder look like a program.
    let isProgramFile =
      try holdsProgram(parent)
      ? try isOwn(lowercased, place) : lowercased == ProgramFolder.settingsName
    if isProgramFile { throw refusal(.ofProgram(instead: instead(parent))) }
    let above = parent + "../"
    guard try holdsProgram(above), let here = try files.status(parent + ".") else { return }
    for folder in ProgramFolder.ownFolders
    where try files.status(above + folder)?.identity == here.identity {
      let isByItsName = parent.hasSuffix("/\(folder)/")
      throw refusal(
        .ofProgram(
          instead: instead(isByItsName ? String(parent.dropLast(folder.count + 1)) : above)))
    }
  }

  /// True if a path in a program folder belongs to a file of the program. Some disks do not
  /// distinguish capital from small letters in names.
  private func isOwn(
    _ lowercased: String, _ place: FileSystem.Status?
  ) throws(FileError) -> Bool {
    if ProgramFolder.ownNames.contains(lowercased) { return true }
    guard let place else { return false }
    for name in ProgramFolder.ownNames
    where try files.status(parent + name)?.identity == place.identity {
      return true
    }
    return false
  }

  private func holdsProgram(_ folder: String) throws(FileError) -> Bool {
    try files.status(folder + ProgramFolder.settingsName) != nil
  }

  /// Returns a path that can be used instead: next to the program's files, under another name.
  private func instead(_ folder: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(folder)\(name)-copy"
    }
    return "\(folder)\(name[..<dot])-copy\(name[dot...])"
  }

  private func refusal(_ reason: FileError.Reason) -> FileError {
    FileError(action: action, path: path, reason: reason)
  }
}

extension ProgramFolder {
  /// The names of the folders in a program folder.
  static let ownFolders = [instrumentsName, recoveredName]

  /// All names in a program folder that are reserved for the program, in either format.
  static let ownNames =
    [settingsName, pendingName, unfinishedName, backupNoteName] + ownFolders + [
      "shared.csv", "attendance.csv",
    ]
    + LineFormat.allCases.flatMap { format in StoreFile.allCases.map { $0.name(format) } }
}
