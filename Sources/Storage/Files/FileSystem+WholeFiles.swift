/// Operations on whole files, built from the single calls of the file system.
extension FileSystem {
  /// Returns all bytes of the file at `path`.
  func readAll(_ path: String) throws(FileError) -> [UInt8] {
    let handle = try open(path, .reading)
    defer { close(handle) }
    return try read(handle, from: 0, count: try size(handle), spare: 0)
  }

  /// Returns at most `count` bytes of an open file from `offset`, followed by `spare` zeros; fewer
  /// than `count` if the file ends before.
  func read(
    _ handle: Handle, from offset: Int, count: Int, spare: Int
  ) throws(FileError) -> [UInt8] {
    var buffer: [UInt8] = []
    let found = try read(handle, from: offset, count: count, into: &buffer, spare: spare)
    buffer.removeLast(buffer.count - found - spare)
    return buffer
  }

  /// Reads at most `count` bytes into the start of `buffer`, followed by `spare` zeros. The buffer
  /// is enlarged if needed, but never made smaller.
  /// - Returns: the number of bytes read; fewer than `count` if the file ends before.
  func read(
    _ handle: Handle, from offset: Int, count: Int, into buffer: inout [UInt8], spare: Int
  ) throws(FileError) -> Int {
    if buffer.count < count + spare {
      buffer = [UInt8](repeating: 0, count: count + spare)
    }
    var found = 0
    while found < count {
      let more = try read(handle, offset + found, count - found, &buffer, found)
      if more == 0 { break }
      found += more
    }
    for position in found..<found + spare { buffer[position] = 0 }
    return found
  }

  /// Reads an open file to its end in parts of limited size.
  /// - Parameter start: the offset of the first byte.
  func forEachPart(
    of handle: Handle, from start: Int = 0, _ body: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) {
    let end = try size(handle)
    var offset = start
    while offset < end {
      let part = try read(handle, from: offset, count: min(end - offset, 1 << 20), spare: 0)
      // The file was shortened in the meantime by a process that ignores the lock.
      if part.isEmpty { return }
      try body(part)
      offset += part.count
    }
  }

  /// Writes all bytes at the end of the file and waits until they are on the disk. If that fails,
  /// the file is cut back to its previous size.
  func append(_ bytes: [UInt8], to handle: Handle) throws(FileError) {
    let sizeBefore = try size(handle)
    do throws(FileError) {
      try writeAll(bytes, to: handle)
      try synchronize(handle)
    } catch {
      throw cutBack(handle, to: sizeBefore, after: error)
    }
  }

  /// Removes what was written before `first` occurred. Returns the error to throw: `first`, or one
  /// that says that the bytes are still there.
  private func cutBack(
    _ handle: Handle, to size: Int, after first: FileError
  ) -> FileError {
    do throws(FileError) {
      try truncate(handle, size)
    } catch {
      return FileError(action: "write", path: handle.path, reason: .notTakenBack(first.why))
    }
    // The disk that just failed may fail again, but the file already has its previous size.
    try? synchronize(handle)
    return first
  }

  /// Writes all bytes at the end of the file, with as many calls as needed.
  func writeAll(_ bytes: [UInt8], to handle: Handle) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let taken = try write(handle, bytes[written...])
      guard taken > 0 else {
        throw FileError(
          action: "write", path: handle.path, reason: .other("the disk accepts no more data"))
      }
      written += taken
    }
  }

  /// Creates a file with these bytes. The file and its entry in the folder are on the disk when
  /// this returns; if it fails, there is no file.
  func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try create(path) { handle throws(FileError) in try writeAll(bytes, to: handle) }
  }

  /// Does the same with the bytes that `body` writes.
  func create(
    _ path: String, _ body: (Handle) throws(FileError) -> Void
  ) throws(FileError) {
    let file = try FileReplacement(path, self, as: .newProgramFile)
    do throws(FileError) {
      try body(file.handle)
    } catch {
      file.discard()
      throw error
    }
    try file.finishOrExplain()
  }

  /// Renames a file to a name that is not in use, even if other processes try the same at this
  /// moment.
  func renameToNew(_ path: String, _ newPath: String) throws(FileError) {
    do throws(FileError) {
      try link(path, newPath)
    } catch  where error.reason != .exists {
      // The disk does not support hard links: an empty file reserves the name.
      close(try open(newPath, .creating))
      do throws(FileError) {
        return try rename(path, newPath)
      } catch {
        try? remove(newPath)
        throw error
      }
    }
    do throws(FileError) {
      try remove(path)
    } catch {
      try? remove(newPath)
      throw error
    }
  }

  /// Removes a file, or a folder with everything in it, without following links. Anything that
  /// cannot be removed stays.
  func removeTree(_ path: String) {
    do throws(FileError) {
      try remove(path)
    } catch {
      // The path may be a folder. If it is not, listing it returns no names.
      for name in (try? list(path)) ?? [] { removeTree("\(path)/\(name)") }
      try? removeFolder(path)
    }
  }

  /// Creates a folder whose entry in its parent is on the disk when this returns. If it fails,
  /// there is no folder.
  func makeDurableFolder(_ path: String) throws(FileError) {
    try makeFolder(path)
    do throws(FileError) {
      try synchronizeFolder(of: path)
    } catch {
      try? removeFolder(path)
      throw error
    }
  }

  /// Makes the entries of the folder that contains `path` durable.
  func synchronizeFolder(of path: String) throws(FileError) {
    let parent = Self.parent(of: path)
    let folder = try open(parent.count > 1 ? String(parent.dropLast()) : parent, .folder)
    defer { close(folder) }
    try synchronize(folder)
  }

  /// Returns the folder that contains `path`, with a slash at the end.
  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }
}
