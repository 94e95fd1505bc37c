/// Reading and writing of whole files, made of the file system's single calls.
extension FileSystem {
  /// All bytes of the file at `path`.
  func readAll(_ path: String) throws(FileError) -> [UInt8] {
    let handle = try open(path, .reading)
    defer { close(handle) }
    return try read(handle, from: 0, count: try size(handle), spare: 0)
  }

  /// The bytes of an open file from `offset`, at most `count`, followed by `spare` zeros. Fewer than
  /// `count` where the file ends before.
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

  /// Writes all bytes at the file's end and waits until they are on the disk. Where that fails, the
  /// file is cut back to what it was.
  func append(_ bytes: [UInt8], to handle: Handle) throws(FileError) {
    let sizeBefore = try size(handle)
    do throws(FileError) {
      try writeAll(bytes, to: handle)
      try synchronize(handle)
    } catch {
      try? truncate(handle, sizeBefore)
      throw error
    }
  }

  /// Writes all bytes at the file's end, however many calls that takes.
  func writeAll(_ bytes: [UInt8], to handle: Handle) throws(FileError) {
    var written = 0
    while written < bytes.count { written += try write(handle, bytes[written...]) }
  }

  /// Makes a file with these bytes; both the file and its entry in the folder are on the disk when
  /// this returns.
  func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let handle = try open(path, .creating)
    defer { close(handle) }
    try append(bytes, to: handle)
    try synchronizeFolder(of: path)
  }

  /// Makes a folder, whose entry in its parent is on the disk when this returns.
  func makeDurableFolder(_ path: String) throws(FileError) {
    try makeFolder(path)
    try synchronizeFolder(of: path)
  }

  /// Makes the entries of the folder that holds `path` durable.
  func synchronizeFolder(of path: String) throws(FileError) {
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let folder = try open(parent.isEmpty ? "/" : parent, .folder)
    defer { close(folder) }
    try synchronize(folder)
  }
}
