/// A file or folder of ours that is not finished yet, under a name that nobody else has.
///
/// Its lock ends with the process, so that what a killed one left behind can be told from what
/// another is still writing.
struct TemporaryEntry: Sendable {
  enum Kind: Sendable {
    case file
    case folder
  }

  let path: String
  /// Of the open file or folder.
  let handle: FileSystem.Handle
  let status: FileSystem.Status
  private let files: FileSystem

  /// Makes one, and takes away what killed processes of the same person left beside it.
  /// - Parameters:
  ///   - target: what it is for, which errors name: a person never typed the temporary name.
  ///   - parent: the folder around it, with a slash behind it.
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

  /// - Returns: nil where somebody who was tidying up came between the making and the locking.
  private static func make(
    _ kind: Kind, for target: String, at path: String, _ files: FileSystem
  ) throws(FileError) -> TemporaryEntry? {
    if kind == .folder { try files.makeFolder(path) }
    do throws(FileError) {
      let opened = try files.open(path, kind == .folder ? .folder : .creating)
      let handle = FileSystem.Handle(descriptor: opened.descriptor, path: target)
      do throws(FileError) {
        let status = try files.openStatus(handle)
        // Where a disk has no locks, nobody can take this for something left behind either.
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

  /// Whether its name still leads to what was made.
  func requireInPlace() throws(FileError) {
    guard try files.status(path)?.identity == status.identity else {
      throw FileError(action: "write", path: handle.path, reason: .takenAway)
    }
  }

  /// Takes it away, with all that is in it.
  func discard() {
    files.removeTree(path)
    files.close(handle)
  }

  /// Takes away what nobody is writing any more. What cannot be taken away stays: it is in nobody's
  /// way.
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

  /// Whether a name is one that temporary files and folders have.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix(start) && name.hasSuffix(end)
      && name.utf8.count == start.utf8.count + 16 + end.utf8.count
  }

  private static let start = ".outcomes-"
  private static let end = ".part"
}
