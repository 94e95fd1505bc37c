extension LinePieces {
  /// Reads all pieces with several tasks at once and hands their results on in the order of the file.
  ///
  /// As many buffers exist as tasks; each is handed to the next piece, so that memory stays the same
  /// however large the file is.
  /// - Parameters:
  ///   - threads: how many pieces are read at the same time.
  ///   - read: turns the lines at a range of a buffer into a result; runs on any task.
  ///   - add: takes the results one after the other.
  func forEach<Result: Sendable>(
    threads: Int, read: @escaping @Sendable (inout [UInt8], Range<Int>) -> Result,
    add: (Result) -> Void
  ) async throws(FileError) {
    let outcome: FileError? = await withTaskGroup(of: Finished<Result>.self) { group in
      func start(_ index: Int, _ buffer: [UInt8]) {
        guard index < count else { return }
        group.addTask { finish(index, buffer, read) }
      }
      for index in 0..<threads { start(index, []) }
      var waiting: [Int: Result] = [:]
      var started = threads
      var added = 0
      for await finished in group {
        start(started, finished.buffer)
        started += 1
        switch finished.result {
        case .failure(let error): return error
        case .success(let result): waiting[finished.index] = result
        }
        while let result = waiting.removeValue(forKey: added) {
          add(result)
          added += 1
        }
      }
      return nil
    }
    if let outcome { throw outcome }
  }

  private struct Finished<Result: Sendable>: Sendable {
    let index: Int
    let buffer: [UInt8]
    let result: Swift.Result<Result, FileError>
  }

  private func finish<Result: Sendable>(
    _ index: Int, _ buffer: [UInt8], _ read: (inout [UInt8], Range<Int>) -> Result
  ) -> Finished<Result> {
    var buffer = buffer
    do throws(FileError) {
      let piece = try self.read(index, into: &buffer)
      let result = read(&buffer, piece.lines)
      return Finished(index: index, buffer: buffer, result: .success(result))
    } catch {
      return Finished(index: index, buffer: [], result: .failure(error))
    }
  }
}
