import Records
import Text

/// A path that a person named for something new, such as `-o FILE`.
///
/// It never leads to what belongs to a program, whichever program that is: neither by the place's
/// role in a program folder, nor by another name of the same file.
struct OutputPath {
  private let path: String
  /// What a person wants to do there, as in “could not write”.
  private let action: String
  private let files: FileSystem
  /// The path of the folder around it, with a slash behind it.
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

  /// Refuses a place for a file that belongs to a program, or that is not a file's at all.
  /// - Returns: the file that stands there and may be replaced; nil where nothing does.
  func checkForFile() throws(FileError) -> FileSystem.Status? {
    let place = try files.status(path)
    try checkRole(place)
    switch place?.kind {
    // A link or a device would itself be replaced by a file.
    case .symbolicLink: throw refusal(.isLink)
    case .folder, .other: throw refusal(.notAFile)
    case .file, nil: break
    }
    // One of the names may be that of a file of a program which is not to be found from here.
    if let place, place.names > 1 { throw refusal(.hasOtherNames) }
    return place
  }

  /// Refuses a place for a folder that belongs to a program.
  func checkForFolder() throws(FileError) {
    try checkRole(try files.status(path))
  }

  private func checkRole(_ place: FileSystem.Status?) throws(FileError) {
    let lowercased = name.lowercased()
    // Settings alone make any folder look like a program.
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

  /// Whether a place in a program folder is for a file of the program: some disks take names that
  /// differ in their letters' case for the same.
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

  /// A path that would do: beside the program's files, under a name that is none of theirs.
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
  /// The folders in a program folder.
  static let ownFolders = [instrumentsName, recoveredName]

  /// Every name in a program folder that is the program's own, in whichever format it is kept.
  static let ownNames =
    [settingsName, pendingName] + ownFolders + ["shared.csv", "attendance.csv"]
    + LineFormat.allCases.flatMap { format in StoreFile.allCases.map { $0.name(format) } }
}
