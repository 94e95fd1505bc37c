/// The terminal that a person types at, for commands that ask one question after another.
///
/// Keys come from standard input and screens go to standard error, so that standard output holds
/// only what the command has to say.
package struct Terminal: Sendable {
  /// The treatment of typed keys by the system.
  package enum Mode: Sendable {
    /// As the program found it.
    case asFound
    /// Every key arrives at once and is not shown, Ctrl-C and Ctrl-Z included.
    case takingKeys
    /// Keys wait and are not shown; Ctrl-C ends the program.
    case busy
  }

  /// What came from the terminal.
  package enum Input: Sendable, Equatable {
    case bytes([UInt8])
    /// Nothing came in the given time.
    case nothing
    /// The window has another size.
    case resized
    /// The program runs again after it was stopped, and others may have printed below.
    case continued
    /// The person ended the input, or the terminal was closed.
    case ended
  }

  package struct Size: Sendable, Equatable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  let setMode: @Sendable (Mode) -> Void
  /// Waits for input, at most so many milliseconds if a number is given.
  let read: @Sendable (_ milliseconds: Int32?) -> Input
  let write: @Sendable ([UInt8]) -> Void
  /// The size of the window; nil if it is not known.
  let size: @Sendable () -> Size?
  /// Stops the program until it is continued, as Ctrl-Z does.
  let suspend: @Sendable () -> Void
  /// Ends the program as Ctrl-C does, so that a script that called it ends too.
  let interrupt: @Sendable () -> Void

  package init(
    setMode: @escaping @Sendable (Mode) -> Void,
    read: @escaping @Sendable (_ milliseconds: Int32?) -> Input,
    write: @escaping @Sendable ([UInt8]) -> Void, size: @escaping @Sendable () -> Size?,
    suspend: @escaping @Sendable () -> Void, interrupt: @escaping @Sendable () -> Void
  ) {
    self.setMode = setMode
    self.read = read
    self.write = write
    self.size = size
    self.suspend = suspend
    self.interrupt = interrupt
  }
}
