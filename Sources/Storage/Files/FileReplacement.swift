import Text

/// A new version of a file: it is written to a temporary file in the same folder, which replaces
/// the old file once everything is on the disk. Without `finish`, the old file stays unchanged.
///
/// The caller must call `finish` or `discard`.
package struct FileReplacement: Sendable {
  /// The purpose of the file, which determines what it may replace.
  package enum Role: Sendable {
    /// A program file; an existing file is replaced.
    case programFile
    /// A program file that must not exist yet.
    case newProgramFile
    /// A file that a person named; an existing file is replaced unless it belongs to a program.
    case output
    /// A file that a person named, which must not exist yet.
    case newOutput

    var isNew: Bool { self == .newProgramFile || self == .newOutput }
  }

  private let files: FileSystem
  private let path: String
  private let role: Role
  private let temporary: TemporaryEntry

  /// Starts a file that a person named; an existing file is replaced unless it belongs to a
  /// program.
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

  /// Writes a new version of a file: `body` fills it, then it is moved into place. If anything
  /// fails, the existing file stays, and nothing else is left behind.
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

  /// The handle of the open temporary file.
  var handle: FileSystem.Handle { temporary.handle }

  /// Adds bytes at the end.
  package func write(_ bytes: [UInt8]) throws(Problems) {
    try explained { () throws(FileError) in try add(bytes) }
  }

  /// Adds bytes at the end, for callers that put errors into words themselves.
  func add(_ bytes: [UInt8]) throws(FileError) {
    try files.writeAll(bytes, to: temporary.handle)
  }

  /// Lets `body` read the new file on the disk before it is moved into place.
  package func check(_ body: (_ path: String) throws(Problems) -> Void) throws(Problems) {
    try explained { () throws(FileError) in try files.synchronize(temporary.handle) }
    try body(temporary.path)
  }

  /// Moves the new file into place. If that fails, the temporary file is removed. Only if
  /// synchronizing the folder fails, at the very end, is an existing file already replaced.
  package func finish() throws(Problems) {
    try explained { () throws(FileError) in try finishOrExplain() }
  }

  /// Does the same for callers that put errors into words themselves.
  func finishOrExplain() throws(FileError) {
    do throws(FileError) {
      try files.synchronize(temporary.handle)
      // The place may have changed since the file was opened.
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

  /// Removes the temporary file and leaves everything else as it was.
  package func discard() { temporary.discard() }

  /// Rejects a path where the file cannot be.
  /// - Returns: the existing file that is to be replaced.
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

  /// Gives the new file the owner, group and permissions of the file that it replaces, so that
  /// exactly the same people can read it.
  private func keepAccess(of old: FileSystem.Status?) throws(FileError) {
    if let old { try files.keepAccess(of: old, for: temporary.handle) }
  }
}

extension FileSystem {
  /// Gives an open file the owner, group and permissions of the file that it replaces.
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
