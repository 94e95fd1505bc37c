import Text

/// Finds the entries of a tar archive written by `TarWriter`, and rejects any other archive.
struct TarReader {
  /// An entry and the range of its contents in the archive.
  struct Entry: Sendable, Equatable {
    let header: TarHeader
    let contents: Range<Int>
  }

  private let files: FileSystem
  private let handle: FileSystem.Handle
  private let size: Int

  init(_ files: FileSystem, _ handle: FileSystem.Handle) throws(Problems) {
    self.files = files
    self.handle = handle
    size = try explained { () throws(FileError) in try files.size(handle) }
  }

  /// Returns all entries in order, after checking every byte outside their contents.
  func entries() throws(Problems) -> [Entry] {
    var entries: [Entry] = []
    var offset = 0
    while true {
      let block = try bytes(at: offset, count: TarHeader.blockSize)
      if block.allSatisfy({ $0 == 0 }) { break }
      guard let header = TarHeader(block) else {
        throw Problems(
          offset == 0
            ? BackupProblem.noBackup(handle.path)
            : BackupProblem.damaged(
              handle.path, "the entry at byte \(offset) does not belong in a backup"))
      }
      let start = offset + TarHeader.blockSize
      let contents = start..<start + header.size
      offset = start + header.paddedSize
      let padding = try bytes(at: contents.upperBound, count: offset - contents.upperBound)
      guard padding.allSatisfy({ $0 == 0 }) else {
        throw Problems(
          BackupProblem.damaged(
            handle.path, "there is data after the end of \(header.path)"))
      }
      entries.append(Entry(header: header, contents: contents))
    }
    try checkEnd(at: offset)
    return entries
  }

  private func checkEnd(at offset: Int) throws(Problems) {
    let end = try bytes(at: offset, count: 2 * TarHeader.blockSize)
    guard end.allSatisfy({ $0 == 0 }), offset + end.count == size else {
      throw Problems(
        BackupProblem.damaged(handle.path, "there is data after its end, at byte \(offset)"))
    }
  }

  private func bytes(at offset: Int, count: Int) throws(Problems) -> [UInt8] {
    guard offset + count <= size else {
      throw Problems(
        offset == 0 ? BackupProblem.noBackup(handle.path) : BackupProblem.cutOff(handle.path))
    }
    return try explained { () throws(FileError) in
      try files.read(handle, from: offset, count: count, spare: 0)
    }
  }
}
