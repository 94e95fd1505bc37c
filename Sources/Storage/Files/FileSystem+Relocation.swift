/// A folder whose contents are in another place.
private struct Relocation: Sendable {
  let folder: String
  let place: String

  func real(_ path: String) -> String {
    path == folder || path.hasPrefix(folder + "/") ? place + path.dropFirst(folder.count) : path
  }

  /// Runs `body` with the real path. Errors name the path that the user knows.
  func at<Result>(
    _ path: String, _ body: (_ realPath: String) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    do throws(FileError) {
      return try body(real(path))
    } catch {
      throw FileError(action: error.action, path: path, reason: error.reason)
    }
  }
}

extension FileSystem {
  /// Returns this file system with one folder and everything in it redirected to another place.
  func relocating(_ folder: String, to place: String) -> FileSystem {
    let relocation = Relocation(folder: folder, place: place)
    var files = self
    files.open = { path, purpose throws(FileError) in
      let handle = try relocation.at(path) { path throws(FileError) in try open(path, purpose) }
      return Handle(descriptor: handle.descriptor, path: path)
    }
    files.status = { path throws(FileError) in try relocation.at(path, status) }
    files.rename = { path, newPath throws(FileError) in
      try relocation.at(path) { path throws(FileError) in
        try rename(path, relocation.real(newPath))
      }
    }
    files.link = { path, newPath throws(FileError) in
      try relocation.at(newPath) { newPath throws(FileError) in
        try link(relocation.real(path), newPath)
      }
    }
    files.remove = { path throws(FileError) in try relocation.at(path, remove) }
    files.makeFolder = { path throws(FileError) in try relocation.at(path, makeFolder) }
    files.removeFolder = { path throws(FileError) in try relocation.at(path, removeFolder) }
    files.list = { path throws(FileError) in try relocation.at(path, list) }
    return files
  }
}
