import Records
import Text

/// A program folder that is created in a temporary place and moved to its path once everything is
/// on the disk. Without `publish`, nothing is left at its path.
///
/// The caller must call `publish` or `discard`.
package struct StagedFolder: Sendable {
  /// The folder to fill, as if it were already at its path.
  package let folder: ProgramFolder
  private let files: FileSystem
  private let target: String
  /// The real place of the folder, inside a temporary folder whose lock shows that it is in use:
  /// the folder's own lock is for its writers.
  private let place: String
  private let temporary: TemporaryEntry

  /// - Throws: a problem if no program can be created at the folder's path.
  package init(for folder: ProgramFolder) throws(Problems) {
    self = try explained { () throws(FileError) in try StagedFolder(folder) }
  }

  private init(_ folder: ProgramFolder) throws(FileError) {
    files = folder.files
    target = folder.pathWithoutSlash
    let parent: String
    switch try files.status(target)?.kind {
    case nil: parent = FileSystem.parent(of: target)
    // An existing folder is kept: it may be the current folder of a process, and its permissions
    // were chosen by a person.
    case .folder: parent = target.hasSuffix("/") ? target : target + "/"
    case .symbolicLink: throw FileError(action: "create", path: target, reason: .isLink)
    case .file, .other: throw FileError(action: "create", path: target, reason: .exists)
    }
    try OutputPath(target, files, to: "create").checkForFolder()
    // This is checked first, because creating the program can take a while.
    try Self.refuseProgram(at: target, files)
    temporary = try TemporaryEntry.make(.folder, for: target, in: parent, files)
    // A process killed after it had reserved the path left its own folder next to it.
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

  /// Moves the folder to its path. Existing entries stay as they are; if any of them differs from
  /// the new one, nothing is moved.
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

  /// Adds many whole lines at the end of a store file, and seals them. Nothing else reads or writes
  /// the folder yet.
  /// - Parameter lines: lines without seals as `LineWriter` writes them, each with its line ending.
  package func append(
    _ lines: [UInt8], to file: StoreFile, _ settings: ProgramSettings
  ) throws(Problems) {
    var open = try OpenStoreFile(file, in: folder, settings, for: .appending)
    defer { open.close() }
    try explained { () throws(FileError) in try open.append(lines) }
  }

  /// Removes the temporary folder and leaves everything else as it was.
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

  /// An empty folder reserves the path, so that if two processes create it at this moment, one is
  /// refused.
  private func moveIntoNewFolder(_ path: String, _ newPath: String) throws(FileError) {
    try files.makeFolder(newPath)
    do throws(FileError) {
      try files.rename(path, newPath)
    } catch {
      try? files.removeFolder(newPath)
      throw error
    }
  }

  /// The settings are moved last, so that an interrupted move is not mistaken for a program. If two
  /// processes create a program in the same folder at this moment, neither may use the files of the
  /// other.
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
    let folder = target.hasSuffix("/") ? target : target + "/"
    // A note of another program would say how much of the new files counts.
    for name in [ProgramFolder.settingsName, ProgramFolder.unfinishedName]
    where try files.status(folder + name) != nil {
      throw FileError(action: "create", path: folder + name, reason: .exists)
    }
  }

  /// Returns the entries that do not exist yet, by their paths in the folder.
  /// - Throws: an error for an existing entry that is not the same.
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
