import Text

extension ProgramFolder {
  /// Does something while this process alone may write to the program.
  /// - Parameter waiting: is called once when somebody else has been writing for a second.
  /// - Throws: `Problems`, of `body` too, and where somebody else writes for too long.
  func alone<Result>(
    waiting: () -> Void, _ body: () throws(Problems) -> Result
  ) throws(Problems) -> Result {
    let lock = try explained { () throws(FileError) in try files.open(path, .folder) }
    defer { files.close(lock) }
    try take(lock, waiting: waiting)
    return try body()
  }

  /// Waits for the lock: it ends with the process that has it, so a short wait is nearly always
  /// enough.
  private func take(_ lock: FileSystem.Handle, waiting: () -> Void) throws(Problems) {
    for attempt in 0..<Self.attempts {
      let taken = try explained { () throws(FileError) in try files.tryLock(lock) }
      if taken { return }
      if attempt * Self.pauseMilliseconds == 1000 { waiting() }
      files.pause(Self.pauseMilliseconds)
    }
    throw Problems(
      Diagnostic(
        "another command has been writing to this program for half a minute",
        remedy: "try again when it has finished; nothing was changed"))
  }

  private static let pauseMilliseconds = 5
  private static let attempts = 6000
}
