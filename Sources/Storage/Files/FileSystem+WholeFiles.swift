/// Reading and writing of whole files, made of the file system's single calls.
extension FileSystem {
  /// All bytes of the file at `path`.
  func readAll(_ path: String) throws(FileError) -> [UInt8] {
    let handle = try open(path, .reading)
    defer { close(handle) }
    return try read(handle, from: 0, count: try size(handle), spare: 0)
  }

  /// The bytes of an open file from `offset`, at most `count`, followed by `spare` zeros. Fewer
  /// than `count` where the file ends before.
  func read(
    _ handle: Handle, from offset: Int, count: Int, spare: Int
  ) throws(FileError) -> [UInt8] {
    var buffer: [UInt8] = []
    let found = try read(handle, from: offset, count: count, into: &buffer, spare: spare)
    buffer.removeLast(buffer.count - found - spare)
    return buffer
  }

  /// Reads as many as `count` bytes into the front of `buffer`, which is made large enough for them
  /// and `spare` zeros after them, and never smaller.
  /// - Returns: how many bytes were read; fewer than `count` where the file ends before.
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

  /// Reads an open file from its start to its end, in parts of a size that memory does not feel.
  func forEachPart(
    of handle: Handle, _ body: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) {
    let end = try size(handle)
    var offset = 0
    while offset < end {
      let part = try read(handle, from: offset, count: min(end - offset, 1 << 20), spare: 0)
      // Somebody who does not ask for the lock has cut the file meanwhile.
      if part.isEmpty { return }
      try body(part)
      offset += part.count
    }
  }

  /// Writes all bytes at the file's end and waits until they are on the disk. Where that fails, the
  /// file is cut back to what it was.
  func append(_ bytes: [UInt8], to handle: Handle) throws(FileError) {
    let sizeBefore = try size(handle)
    do throws(FileError) {
      try writeAll(bytes, to: handle)
      try synchronize(handle)
    } catch {
      throw cutBack(handle, to: sizeBefore, after: error)
    }
  }

  /// Takes back what was written although `first` went wrong, and gives what is to be thrown:
  /// that error, or one that says that the bytes are still there.
  private func cutBack(
    _ handle: Handle, to size: Int, after first: FileError
  ) -> FileError {
    do throws(FileError) {
      try truncate(handle, size)
    } catch {
      return FileError(action: "write", path: handle.path, reason: .notTakenBack(first.why))
    }
    // The disk that has just failed may fail again; the file has its old length all the same.
    try? synchronize(handle)
    return first
  }

  /// Writes all bytes at the file's end, however many calls that takes.
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

  /// Makes a file with these bytes; both the file and its entry in the folder are on the disk when
  /// this returns. Where that fails, there is no such file.
  func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try create(path) { handle throws(FileError) in try writeAll(bytes, to: handle) }
  }

  /// The same, with whatever `body` writes.
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

  /// Gives a file a name that nothing has, however many others try the same at this moment.
  func renameToNew(_ path: String, _ newPath: String) throws(FileError) {
    do throws(FileError) {
      try link(path, newPath)
    } catch  where error.reason != .exists {
      // A disk without second names: an empty file holds the place.
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

  /// Takes away a file, or a folder with all that is in it, without following any link. What cannot
  /// be taken away stays.
  func removeTree(_ path: String) {
    do throws(FileError) {
      try remove(path)
    } catch {
      // It may be a folder. Where it is not, it has no names in it.
      for name in (try? list(path)) ?? [] { removeTree("\(path)/\(name)") }
      try? removeFolder(path)
    }
  }

  /// Makes a folder, whose entry in its parent is on the disk when this returns. Where that fails,
  /// there is no such folder.
  func makeDurableFolder(_ path: String) throws(FileError) {
    try makeFolder(path)
    do throws(FileError) {
      try synchronizeFolder(of: path)
    } catch {
      try? removeFolder(path)
      throw error
    }
  }

  /// Makes the entries of the folder that holds `path` durable.
  func synchronizeFolder(of path: String) throws(FileError) {
    let parent = Self.parent(of: path)
    let folder = try open(parent.count > 1 ? String(parent.dropLast()) : parent, .folder)
    defer { close(folder) }
    try synchronize(folder)
  }

  /// The folder that holds `path`, with a slash behind it.
  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }
}
