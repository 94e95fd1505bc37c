import Text

/// A range of an open file, handed on a piece at a time, so that memory stays the same however long
/// it is.
struct FileBytes: Sendable {
  /// Takes the bytes one piece after the other.
  typealias Sink = (_ bytes: [UInt8]) throws(Problems) -> Void

  let files: FileSystem
  let handle: FileSystem.Handle
  let range: Range<Int>

  private static let pieceSize = 1 << 20

  /// Hands on every byte, in their order.
  /// - Throws: what the disk or `sink` says no to, and a file that has become shorter.
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

  /// All bytes at once.
  func all() throws(Problems) -> [UInt8] {
    var all: [UInt8] = []
    try forEachPiece { all += $0 }
    return all
  }

  /// The SHA-256 digest of the bytes, while `sink` takes them too.
  func digest(_ sink: Sink = { _ in }) throws(Problems) -> String {
    var hash = SHA256Stream()
    try forEachPiece { piece throws(Problems) in
      hash.add(piece)
      try sink(piece)
    }
    return hash.digest
  }
}
