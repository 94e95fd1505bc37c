import Text

/// Cuts an append-only file into pieces of whole lines, which can be read in any order and by
/// several tasks at once.
package struct LinePieces: Sendable {
  /// One piece: its lines stand in the buffer that was handed in.
  struct Piece: Sendable {
    /// Where the piece's lines stand in the buffer; empty where no line starts in the piece.
    var lines: Range<Int>
    /// Where the first line stands in the file.
    var offset: Int
  }

  /// Large enough that starting a piece costs nothing, small enough to stay in a core's cache.
  package static let usualSize = 1 << 20
  /// What is read beyond a piece at first, so that its last line is there to its end.
  private static let overlap = 1 << 12

  let files: FileSystem
  let handle: FileSystem.Handle
  /// Where the first line starts.
  let start: Int
  /// Where the last whole line ends.
  let end: Int
  let size: Int
  /// Whether the last line has no line end in the file; it gets one in the buffer.
  let lacksLineEnd: Bool

  /// - Parameters:
  ///   - lines: the range in the file that holds whole lines.
  ///   - lacksLineEnd: whether the last of them has lost its line end.
  ///   - pieceSize: bytes a piece; tests make it small.
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

  /// The pieces of a store's file that was opened.
  init(_ open: OpenStoreFile, pieceSize: Int = usualSize) {
    self.init(
      open.files, open.handle, lines: open.lines, lacksLineEnd: open.lacksLineEnd,
      pieceSize: pieceSize)
  }

  var count: Int { (end - start + size - 1) / size }

  /// Reads the lines that start in the piece at `index` into `buffer`, followed by
  /// `ByteWord.size` spare bytes.
  func read(_ index: Int, into buffer: inout [UInt8]) throws(FileError) -> Piece {
    let from = start + index * size
    let to = min(from + size, end)
    // One byte more in front tells whether a line starts at `from`.
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
      // A line longer than the overlap: read on, twice as far each time, so that the longest line
      // is read in proportion to its length. The file's whole lines end at `end`.
      reach = min(readFrom + 2 * (reach - readFrom), end)
    }
  }

  /// How many lines end in a range of the file; for messages.
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

  /// A writer that fails cuts the file back to what it was, maybe after its size was looked at.
  private var cutShort: FileError {
    FileError(
      action: "read", path: handle.path,
      reason: .other("its last line was removed in the meantime"))
  }

  private static func afterLineEnd(in buffer: [UInt8], from: Int, to: Int) -> Int? {
    buffer[from..<to].firstIndex(of: ASCII.lineFeed).map { $0 + 1 }
  }
}
