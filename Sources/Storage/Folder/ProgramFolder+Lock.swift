import Text

extension ProgramFolder {
  /// Runs `body` while no other process can write to the program.
  /// - Parameter waiting: called once if another process has been writing for a second.
  /// - Throws: any problem of `body`, and a problem if another process writes for too long.
  func alone<Result>(
    waiting: () -> Void, _ body: () throws(Problems) -> Result
  ) throws(Problems) -> Result {
    let lock = try explained { () throws(FileError) in try files.open(path, .folder) }
    defer { files.close(lock) }
    try take(lock, waiting: waiting)
    return try body()
  }

  /// Waits for the lock. It is released when the process that has it ends, so a short wait is
  /// nearly always enough.
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
