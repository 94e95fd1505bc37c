import Text

/// A file that is written anew: into a temporary file beside it, which takes its place when all of it
/// is on the disk. What is never finished leaves the old file as it was.
package struct FileReplacement {
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
      case .folder, .other:
        throw FileError(action: "write", path: path, reason: .other("it is no regular file"))
      }
    }
  }

  /// Adds bytes at the end.
  package func write(_ bytes: [UInt8]) throws(Problems) {
    try explained { () throws(FileError) in try files.writeAll(bytes, to: handle) }
  }

  /// Puts the new file in the place of the old one.
  package func finish() throws(Problems) {
    defer { files.close(handle) }
    try explained { () throws(FileError) in
      try files.synchronize(handle)
      try files.rename(temporary, path)
      try files.synchronizeFolder(of: path)
    }
  }
}
