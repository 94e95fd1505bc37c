import Text

/// A file that is written anew: into a temporary file beside it, which takes its place when all of it
/// is on the disk. What is never finished leaves the old file as it was.
///
/// Whoever makes one ends it, with `finish` or with `discard`.
package struct FileReplacement: Sendable {
  private let files: FileSystem
  private let path: String
  private let temporary: String
  private let handle: FileSystem.Handle

  package init(_ path: String, _ files: FileSystem) throws(Problems) {
    self.files = files
    self.path = path
    temporary = path + ".part"
    let temporary = temporary
    handle = try explained { () throws(FileError) in
      // A link or a device would itself be replaced by a file.
      switch try files.status(path)?.kind {
      case .file, nil: return try files.open(temporary, .replacing)
      case .symbolicLink: throw FileError(action: "write", path: path, reason: .isLink)
      case .folder, .other: throw FileError(action: "write", path: path, reason: .notAFile)
      }
    }
  }

  /// Makes a file anew: lets `body` fill it, then puts it in the place of the old one. Where anything
  /// fails, the old one stays, and nothing is left beside it.
  static func make<Result>(
    _ path: String, _ files: FileSystem, _ body: (FileReplacement) throws(Problems) -> Result
  ) throws(Problems) -> Result {
    let file = try FileReplacement(path, files)
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

  /// Adds bytes at the end.
  package func write(_ bytes: [UInt8]) throws(Problems) {
    try explained { () throws(FileError) in try add(bytes) }
  }

  /// The same for callers who put the error in words themselves.
  func add(_ bytes: [UInt8]) throws(FileError) {
    try files.writeAll(bytes, to: handle)
  }

  /// Lets `body` look at the new file as it is on the disk, before it takes the place of the old one.
  package func check(_ body: (_ path: String) throws(Problems) -> Void) throws(Problems) {
    try explained { () throws(FileError) in try files.synchronize(handle) }
    try body(temporary)
  }

  /// Puts the new file in the place of the old one. Where that fails, the temporary file is gone; only
  /// when the folder cannot be synchronized, at the very end, the new file is there nevertheless.
  package func finish() throws(Problems) {
    defer { files.close(handle) }
    try explained { () throws(FileError) in
      do throws(FileError) {
        try files.synchronize(handle)
        try files.rename(temporary, path)
      } catch {
        try? files.remove(temporary)
        throw error
      }
      try files.synchronizeFolder(of: path)
    }
  }

  /// Leaves the old file as it is, and nothing beside it.
  package func discard() {
    files.close(handle)
    try? files.remove(temporary)
  }
}
