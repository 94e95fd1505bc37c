import Text

/// A file that is written anew: into a temporary file beside it, which takes its place when all of
/// it is on the disk. What is never finished leaves the old file as it was.
///
/// Whoever makes one ends it, with `finish` or with `discard`.
package struct FileReplacement: Sendable {
  /// What the file is, and so what may stand in its place before.
  package enum Role: Sendable {
    /// A file of a program, which may be replaced.
    case programFile
    /// A file of a program, where nothing stands yet.
    case newProgramFile
    /// A file that a person named, which may be replaced unless it belongs to a program.
    case output
    /// A file that a person named, where nothing stands yet.
    case newOutput

    var isNew: Bool { self == .newProgramFile || self == .newOutput }
  }

  private let files: FileSystem
  private let path: String
  private let role: Role
  private let temporary: TemporaryEntry

  /// A file that a person named, which may be replaced unless it belongs to a program.
  package init(output path: String, _ files: FileSystem) throws(Problems) {
    self = try explained { () throws(FileError) in
      try FileReplacement(path, files, as: .output)
    }
  }

  init(
    _ path: String, _ files: FileSystem, as role: Role = .programFile
  ) throws(FileError) {
    self.files = files
    self.path = path
    self.role = role
    let old = try Self.check(path, files, role)
    temporary = try TemporaryEntry.make(
      .file, for: path, in: FileSystem.parent(of: path), files)
    do throws(FileError) {
      try keepAccess(of: old)
    } catch {
      discard()
      throw error
    }
  }

  /// Makes a file anew: lets `body` fill it, then puts it in its place. Where anything fails, what
  /// stood there stays, and nothing is left beside it.
  static func make<Result>(
    _ path: String, _ files: FileSystem, as role: Role = .programFile,
    _ body: (FileReplacement) throws(Problems) -> Result
  ) throws(Problems) -> Result {
    let file = try explained { () throws(FileError) in
      try FileReplacement(path, files, as: role)
    }
    let result: Result
    do throws(Problems) {
      result = try body(file)
    } catch {
      file.discard()
      throw error
    }
    try file.finish()
    return result
  }

  /// Of the open file.
  var handle: FileSystem.Handle { temporary.handle }

  /// Adds bytes at the end.
  package func write(_ bytes: [UInt8]) throws(Problems) {
    try explained { () throws(FileError) in try add(bytes) }
  }

  /// The same for callers who put the error in words themselves.
  func add(_ bytes: [UInt8]) throws(FileError) {
    try files.writeAll(bytes, to: temporary.handle)
  }

  /// Lets `body` look at the new file as it is on the disk, before it is in its place.
  package func check(_ body: (_ path: String) throws(Problems) -> Void) throws(Problems) {
    try explained { () throws(FileError) in try files.synchronize(temporary.handle) }
    try body(temporary.path)
  }

  /// Puts the new file in its place. Where that fails, the temporary file is gone; only when the
  /// folder cannot be synchronized, at the very end, a file that was replaced is the new one
  /// nevertheless.
  package func finish() throws(Problems) {
    try explained { () throws(FileError) in try finishOrExplain() }
  }

  /// The same for callers who put the error in words themselves.
  func finishOrExplain() throws(FileError) {
    do throws(FileError) {
      try files.synchronize(temporary.handle)
      // Much may have happened since it was opened.
      _ = try Self.check(path, files, role)
      try temporary.requireInPlace()
      if role.isNew {
        try files.renameToNew(temporary.path, path)
      } else {
        try files.rename(temporary.path, path)
      }
    } catch {
      discard()
      throw FileError(action: "write", path: path, reason: error.reason)
    }
    files.close(temporary.handle)
    do throws(FileError) {
      try files.synchronizeFolder(of: path)
    } catch {
      guard !role.isNew else {
        try? files.remove(path)
        throw error
      }
      throw FileError(action: error.action, path: error.path, reason: .mayBeUndone(error.why))
    }
  }

  /// Leaves everything as it was, and nothing beside it.
  package func discard() { temporary.discard() }

  /// Refuses a place where the file cannot be.
  /// - Returns: the file that stands there and is to be replaced.
  private static func check(
    _ path: String, _ files: FileSystem, _ role: Role
  ) throws(FileError) -> FileSystem.Status? {
    switch role {
    case .programFile:
      let place = try files.status(path)
      switch place?.kind {
      case .file, nil: return place
      case .symbolicLink: throw FileError(action: "write", path: path, reason: .isLink)
      case .folder, .other: throw FileError(action: "write", path: path, reason: .notAFile)
      }
    case .output: return try OutputPath(path, files).checkForFile()
    case .newProgramFile, .newOutput:
      guard try files.status(path) == nil else {
        throw FileError(action: "write", path: path, reason: .exists)
      }
      return role == .newOutput ? try OutputPath(path, files).checkForFile() : nil
    }
  }

  /// Gives the new file the owner, group and permissions of the one that it is to replace: others
  /// who could read that can read this, and nobody else.
  private func keepAccess(of old: FileSystem.Status?) throws(FileError) {
    if let old { try files.keepAccess(of: old, for: temporary.handle) }
  }
}

extension FileSystem {
  /// Gives an open file the owner, group and permissions of the one that it is to replace.
  func keepAccess(of old: Status, for new: Handle) throws(FileError) {
    guard try openStatus(new).access != old.access else { return }
    do throws(FileError) {
      try setAccess(new, old.access)
    } catch {
      let reason = error.reason == .notPermitted ? .accessNotKept : error.reason
      throw FileError(action: "write", path: new.path, reason: reason)
    }
  }
}
