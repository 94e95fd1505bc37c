/// A file or folder that is not finished yet, under a unique name.
///
/// Its lock is released when the process ends, so that the remains of a killed process can be told
/// apart from what another process is still writing.
struct TemporaryEntry: Sendable {
  enum Kind: Sendable {
    case file
    case folder
  }

  let path: String
  /// The handle of the open file or folder.
  let handle: FileSystem.Handle
  let status: FileSystem.Status
  private let files: FileSystem

  /// Creates a temporary entry, and removes those that killed processes of the same user left next
  /// to it.
  /// - Parameters:
  ///   - target: the path it will have, which errors name: the user never typed the temporary name.
  ///   - parent: the folder that contains it, with a slash at the end.
  static func make(
    _ kind: Kind, for target: String, in parent: String, _ files: FileSystem
  ) throws(FileError) -> TemporaryEntry {
    do throws(FileError) {
      while true {
        let path = "\(parent)\(start)\(files.randomWord())\(end)"
        if let entry = try make(kind, for: target, at: path, files) {
          entry.removeLeftovers(in: parent)
          return entry
        }
      }
    } catch {
      throw FileError(
        action: kind == .file ? "write" : "create", path: target, reason: error.reason)
    }
  }

  /// - Returns: nil if another process removed it as a leftover before it was locked.
  private static func make(
    _ kind: Kind, for target: String, at path: String, _ files: FileSystem
  ) throws(FileError) -> TemporaryEntry? {
    if kind == .folder { try files.makeFolder(path) }
    do throws(FileError) {
      let opened = try files.open(path, kind == .folder ? .folder : .creating)
      let handle = FileSystem.Handle(descriptor: opened.descriptor, path: target)
      do throws(FileError) {
        let status = try files.openStatus(handle)
        // On a disk without locks, no process can mistake this for a leftover either.
        let isLocked = (try? files.tryLock(handle)) ?? true
        if isLocked, try files.status(path)?.identity == status.identity {
          return TemporaryEntry(path: path, handle: handle, status: status, files: files)
        }
        files.close(handle)
        return nil
      } catch {
        files.close(handle)
        throw error
      }
    } catch {
      files.removeTree(path)
      throw error
    }
  }

  /// Throws an error unless the path still leads to this entry.
  func requireInPlace() throws(FileError) {
    guard try files.status(path)?.identity == status.identity else {
      throw FileError(action: "write", path: handle.path, reason: .takenAway)
    }
  }

  /// Removes the entry with everything in it.
  func discard() {
    files.removeTree(path)
    files.close(handle)
  }

  /// Removes entries that no process is writing any more. Anything that cannot be removed stays; it
  /// does no harm.
  func removeLeftovers(in parent: String) {
    for name in (try? files.list(parent)) ?? [] where Self.isName(name) {
      let path = parent + name
      guard path != self.path, let found = try? files.status(path),
        found.access.owner == status.access.owner, [.file, .folder].contains(found.kind),
        let handle = try? files.open(path, found.kind == .folder ? .folder : .reading)
      else { continue }
      if (try? files.tryLock(handle)) == true { files.removeTree(path) }
      files.close(handle)
    }
  }

  /// True if a name is that of a temporary file or folder.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix(start) && name.hasSuffix(end)
      && name.utf8.count == start.utf8.count + 16 + end.utf8.count
  }

  private static let start = ".outcomes-"
  private static let end = ".part"
}
