import Text

/// A range of an open file, read one piece at a time, so that memory use does not depend on its
/// length.
struct FileBytes: Sendable {
  /// Receives the bytes, one piece after the other.
  typealias Sink = (_ bytes: [UInt8]) throws(Problems) -> Void

  let files: FileSystem
  let handle: FileSystem.Handle
  let range: Range<Int>

  private static let pieceSize = 1 << 20

  /// Passes on all bytes, in order.
  /// - Throws: any error of the disk or of `sink`, and an error if the file has become shorter.
  func forEachPiece(_ sink: Sink) throws(Problems) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = min(Self.pieceSize, range.upperBound - offset)
      let piece = try explained { () throws(FileError) in
        try files.read(handle, from: offset, count: count, spare: 0)
      }
      guard piece.count == count else {
        throw Problems(
          FileError(
            action: "read", path: handle.path,
            reason: .other("it became shorter while it was being read; try again")
          ).diagnostic)
      }
      try sink(piece)
      offset += count
    }
  }

  /// Returns all bytes at once.
  func all() throws(Problems) -> [UInt8] {
    var all: [UInt8] = []
    try forEachPiece { all += $0 }
    return all
  }

  /// Returns the SHA-256 digest of the bytes, and passes them to `sink` as well.
  func digest(_ sink: Sink = { _ in }) throws(Problems) -> String {
    var hash = SHA256Stream()
    try forEachPiece { piece throws(Problems) in
      hash.add(piece)
      try sink(piece)
    }
    return hash.digest
  }
}
