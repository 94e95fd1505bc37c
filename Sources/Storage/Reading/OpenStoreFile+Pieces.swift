import Text

extension OpenStoreFile {
  /// Reads the lines a piece at a time.
  /// - Parameter body: takes a buffer and the range of a piece's lines in it.
  func forEachPiece(
    _ body: (inout [UInt8], LinePieces.Piece) throws(Problems) -> Void
  ) throws(Problems) {
    let pieces = LinePieces(self)
    var buffer: [UInt8] = []
    for index in 0..<pieces.count {
      let piece = try explained { () throws(FileError) in try pieces.read(index, into: &buffer) }
      try body(&buffer, piece)
    }
  }

  /// Reads the lines in pieces, several at the same time.
  /// - Parameters:
  ///   - threads: the number of pieces read at the same time.
  ///   - pieceSize: the bytes of a piece; tests make it small.
  ///   - read: turns the lines at a range of a buffer into a result; runs on any task.
  ///   - add: takes the results in the order of the file, each with the number of lines before its
  ///     piece in the file; returns the number of lines in the piece.
  func forEachPiece<Result: Sendable>(
    threads: Int, pieceSize: Int = LinePieces.usualSize,
    read: @escaping @Sendable (inout [UInt8], Range<Int>) -> Result,
    add: (Result, _ linesBefore: Int) -> Int
  ) async throws(Problems) {
    let pieces = LinePieces(self, pieceSize: pieceSize)
    let noBuffer: [UInt8] = []
    var linesBefore = firstLine - 1
    do throws(FileError) {
      try await inOrder(pieces: pieces.count, threads: threads, scratch: noBuffer) {
        (index, buffer: inout [UInt8]) -> Swift.Result<Result, FileError> in
        do throws(FileError) {
          let piece = try pieces.read(index, into: &buffer)
          return .success(read(&buffer, piece.lines))
        } catch {
          return .failure(error)
        }
      } add: { result throws(FileError) in
        linesBefore += add(try result.get(), linesBefore)
      }
    } catch {
      throw Problems(error.diagnostic)
    }
  }
}
