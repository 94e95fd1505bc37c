extension LinePieces {
  /// Reads all pieces with several tasks at once and hands their results on in the order of the
  /// file.
  /// - Parameters:
  ///   - threads: how many pieces are read at the same time.
  ///   - read: turns the lines at a range of a buffer into a result; runs on any task.
  ///   - add: takes the results one after the other.
  func forEach<Result: Sendable>(
    threads: Int, read: @escaping @Sendable (inout [UInt8], Range<Int>) -> Result,
    add: (Result) -> Void
  ) async throws(FileError) {
    let noBuffer: [UInt8] = []
    try await inOrder(pieces: count, threads: threads, scratch: noBuffer) {
      (index, buffer: inout [UInt8]) -> Swift.Result<Result, FileError> in
      do throws(FileError) {
        let piece = try self.read(index, into: &buffer)
        return .success(read(&buffer, piece.lines))
      } catch {
        return .failure(error)
      }
    } add: { result throws(FileError) in
      add(try result.get())
    }
  }
}
