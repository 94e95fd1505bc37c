import Text

/// A program folder that is made out of sight and appears at its path when all of it is on the
/// disk. What is never published leaves nothing at its path.
///
/// Whoever makes one ends it, with `publish` or with `discard`.
package struct StagedFolder: Sendable {
  /// To be filled as if it were at its path already.
  package let folder: ProgramFolder
  private let files: FileSystem
  private let target: String
  /// Where the folder really is, in one of our own whose lock tells that it is not left behind: the
  /// folder's own lock is for its writers.
  private let place: String
  private let temporary: TemporaryEntry

  /// - Throws: where no program can be made at the folder's path.
  package init(for folder: ProgramFolder) throws(Problems) {
    self = try explained { () throws(FileError) in try StagedFolder(folder) }
  }

  private init(_ folder: ProgramFolder) throws(FileError) {
    files = folder.files
    target = folder.pathWithoutSlash
    let parent: String
    switch try files.status(target)?.kind {
    case nil: parent = FileSystem.parent(of: target)
    // The folder itself stays: somebody may stand in it, and its permissions are a person's choice.
    case .folder: parent = target.hasSuffix("/") ? target : target + "/"
    case .symbolicLink: throw FileError(action: "create", path: target, reason: .isLink)
    case .file, .other: throw FileError(action: "create", path: target, reason: .exists)
    }
    try OutputPath(target, files, to: "create").checkForFolder()
    // What takes a while to make should not be made in vain.
    try Self.refuseProgram(at: target, files)
    temporary = try TemporaryEntry.make(.folder, for: target, in: parent, files)
    // A process that was killed after it had claimed the place left its own folder beside it.
    temporary.removeLeftovers(in: FileSystem.parent(of: target))
    place = temporary.path + "/program"
    self.folder = ProgramFolder(path: target, files: files.relocating(target, to: place))
    do throws(FileError) {
      try self.folder.files.makeFolder(target)
    } catch {
      temporary.discard()
      throw error
    }
  }

  /// Puts the folder at its path. What is there already stays as it is: where that is not, to the
  /// byte, what was to be put there, nothing is.
  package func publish() throws(Problems) {
    try explained { () throws(FileError) in
      do throws(FileError) {
        if try files.status(target) == nil {
          try moveFolder()
        } else {
          try moveEntries()
        }
      } catch {
        temporary.discard()
        throw error
      }
      temporary.discard()
    }
  }

  /// Leaves everything as it was.
  package func discard() { temporary.discard() }

  private func moveFolder() throws(FileError) {
    try moveIntoNewFolder(place, target)
    do throws(FileError) {
      try files.synchronizeFolder(of: target)
    } catch {
      try? files.rename(target, place)
      throw error
    }
  }

  /// An empty folder holds the place, so that of two who make it at this moment one is refused.
  private func moveIntoNewFolder(_ path: String, _ newPath: String) throws(FileError) {
    try files.makeFolder(newPath)
    do throws(FileError) {
      try files.rename(path, newPath)
    } catch {
      try? files.removeFolder(newPath)
      throw error
    }
  }

  /// The settings come last, so that what was interrupted is not taken for a program. Of two who
  /// make a program in the same folder at this moment, neither may take the other's files for its
  /// own.
  private func moveEntries() throws(FileError) {
    let lock = try files.open(target, .folder)
    defer { files.close(lock) }
    guard try files.tryLock(lock) else {
      throw FileError(
        action: "create", path: target, reason: .other("another command is writing there"))
    }
    try Self.refuseProgram(at: target, files)
    let entries = try entriesToMove(in: "")
    var moved: [String] = []
    do throws(FileError) {
      for entry in entries.filter({ $0 != ProgramFolder.settingsName }) {
        try move(entry, &moved)
      }
      try files.synchronize(lock)
      try move(ProgramFolder.settingsName, &moved)
      try files.synchronize(lock)
    } catch {
      for entry in moved.reversed() { try? files.rename(real(entry), "\(place)/\(entry)") }
      throw error
    }
  }

  private static func refuseProgram(at target: String, _ files: FileSystem) throws(FileError) {
    let settings = target.hasSuffix("/") ? target : target + "/"
    if try files.status(settings + ProgramFolder.settingsName) != nil {
      throw FileError(
        action: "create", path: settings + ProgramFolder.settingsName, reason: .exists)
    }
  }

  /// What is not there yet, by its path in the folder.
  /// - Throws: what is there, and is not the same.
  private func entriesToMove(in inner: String) throws(FileError) -> [String] {
    var entries: [String] = []
    for name in try files.list("\(place)/\(inner)").sorted() {
      let entry = inner + name
      let new = try files.status("\(place)/\(entry)")
      let old = try files.status(real(entry))
      switch (new?.kind, old?.kind) {
      case (_, nil): entries.append(entry)
      case (.folder, .folder): entries += try entriesToMove(in: entry + "/")
      case (.file, .file) where try hasSameBytes(entry, new, old): continue
      default: throw FileError(action: "create", path: real(entry), reason: .exists)
      }
    }
    return entries
  }

  private func hasSameBytes(
    _ entry: String, _ new: FileSystem.Status?, _ old: FileSystem.Status?
  ) throws(FileError) -> Bool {
    guard new?.size == old?.size else { return false }
    return try files.readAll("\(place)/\(entry)") == files.readAll(real(entry))
  }

  private func move(_ entry: String, _ moved: inout [String]) throws(FileError) {
    if try files.status("\(place)/\(entry)")?.kind == .folder {
      try moveIntoNewFolder("\(place)/\(entry)", real(entry))
    } else {
      try files.renameToNew("\(place)/\(entry)", real(entry))
    }
    moved.append(entry)
  }

  private func real(_ entry: String) -> String { "\(target)/\(entry)" }
}
