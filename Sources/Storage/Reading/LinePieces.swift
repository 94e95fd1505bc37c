import Text

/// Divides an append-only file into pieces of whole lines, which can be read in any order and by
/// several tasks at once.
package struct LinePieces: Sendable {
  /// One piece, whose lines are in the buffer that was passed to `read`.
  struct Piece: Sendable {
    /// The range of the piece's lines in the buffer; empty if no line starts in the piece.
    var lines: Range<Int>
    /// The offset of the first line in the file.
    var offset: Int
  }

  /// Large enough that the overhead of a piece is negligible, small enough for the cache of a core.
  package static let usualSize = 1 << 20
  /// The bytes first read beyond a piece, so that its last line is complete.
  private static let overlap = 1 << 12

  let files: FileSystem
  let handle: FileSystem.Handle
  /// The start of the first line.
  let start: Int
  /// The end of the last whole line.
  let end: Int
  let size: Int
  /// True if the last line has no line ending in the file; one is added in the buffer.
  let lacksLineEnd: Bool

  /// - Parameters:
  ///   - lines: the range of whole lines in the file.
  ///   - lacksLineEnd: true if the last of them has no line ending.
  ///   - pieceSize: the bytes of a piece; tests make it small.
  init(
    _ files: FileSystem, _ handle: FileSystem.Handle, lines: Range<Int>,
    lacksLineEnd: Bool = false, pieceSize: Int = usualSize
  ) {
    self.lacksLineEnd = lacksLineEnd
    self.files = files
    self.handle = handle
    start = lines.lowerBound
    end = lines.upperBound
    size = pieceSize
  }

  /// The pieces of an open store file.
  init(_ open: OpenStoreFile, pieceSize: Int = usualSize) {
    self.init(
      open.files, open.handle, lines: open.lines, lacksLineEnd: open.lacksLineEnd,
      pieceSize: pieceSize)
  }

  var count: Int { (end - start + size - 1) / size }

  /// Reads the lines that start in the piece at `index` into `buffer`, followed by `ByteWord.size`
  /// spare bytes.
  func read(_ index: Int, into buffer: inout [UInt8]) throws(FileError) -> Piece {
    let from = start + index * size
    let to = min(from + size, end)
    // One more byte in front shows whether a line starts at `from`.
    let readFrom = index == 0 ? from : from - 1
    var reach = min(to + Self.overlap, end)
    while true {
      var found = try files.read(
        handle, from: readFrom, count: reach - readFrom, into: &buffer, spare: ByteWord.size + 1)
      guard found == reach - readFrom else { throw cutShort }
      if lacksLineEnd, reach == end {
        buffer[found] = ASCII.lineFeed
        found += 1
      }
      let first = index == 0 ? 0 : Self.afterLineEnd(in: buffer, from: 0, to: found)
      guard let first, readFrom + first < to else {
        return Piece(lines: 0..<0, offset: from)
      }
      if let last = Self.afterLineEnd(in: buffer, from: to - 1 - readFrom, to: found) {
        for position in last..<last + ByteWord.size { buffer[position] = 0 }
        return Piece(lines: first..<last, offset: readFrom + first)
      }
      // A line is longer than the overlap: read on, twice as far each time, so that the time is
      // proportional to the length of the longest line. The whole lines of the file end at `end`.
      reach = min(readFrom + 2 * (reach - readFrom), end)
    }
  }

  /// The number of lines that end in a range of the file; for messages.
  func lineCount(in range: Range<Int>) throws(FileError) -> Int {
    var count = 0
    var buffer: [UInt8] = []
    for from in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      let wanted = min(size, range.upperBound - from)
      let found = try files.read(handle, from: from, count: wanted, into: &buffer, spare: 0)
      guard found == wanted else { throw cutShort }
      count += buffer[..<found].count { $0 == ASCII.lineFeed }
    }
    return count
  }

  /// A writer that fails cuts the file back, possibly after its size was read.
  private var cutShort: FileError {
    FileError(
      action: "read", path: handle.path,
      reason: .other("its last line was removed in the meantime"))
  }

  private static func afterLineEnd(in buffer: [UInt8], from: Int, to: Int) -> Int? {
    buffer[from..<to].firstIndex(of: ASCII.lineFeed).map { $0 + 1 }
  }
}
