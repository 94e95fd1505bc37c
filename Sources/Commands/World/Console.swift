import Storage
import Synchronization
import Text

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The terminal or its replacement. Everything is printed through it.
///
/// It keeps the first failure of each stream and prints nothing more to that stream. `run` reports
/// the failure at the end, so that commands do not have to check for it.
package struct Console: Sendable {
  /// Writes bytes to a stream of the process.
  package typealias Sink = @Sendable ([UInt8]) throws(FileError) -> Void
  /// Asks the user on the terminal and returns what they type, an empty text if they end the input,
  /// or nil if there is no terminal to ask on.
  package typealias Question = @Sendable (String) -> String?

  /// What a person sees of a stream that is a terminal.
  package struct Window: Sendable {
    /// The number of characters in a line; nil if it is not known.
    package let columns: Int?
    /// True if characters outside ASCII can be shown.
    package let hasUnicode: Bool

    package init(columns: Int?, hasUnicode: Bool) {
      self.columns = columns
      self.hasUnicode = hasUnicode
    }
  }

  private let output: Stream
  private let messages: Stream
  private let question: Question

  /// - Parameters:
  ///   - write: writes data to standard output.
  ///   - say: writes messages to standard error, each with its line ending.
  ///   - ask: asks on the terminal; by default, there is no terminal.
  ///   - outputWindow: the window of standard output; nil if that is not a terminal.
  ///   - messageWindow: the window of standard error; nil if that is not a terminal.
  package init(
    write: @escaping Sink, say: @escaping Sink, ask: @escaping Question = { _ in nil },
    outputWindow: Window? = nil, messageWindow: Window? = nil
  ) {
    output = Stream(sink: write, window: outputWindow)
    messages = Stream(sink: say, window: messageWindow)
    question = ask
  }

  /// The window in which standard output is shown; nil if it goes to a file or a pipe.
  var outputWindow: Window? { output.window }

  /// The window in which standard error is shown; nil if it goes to a file or a pipe.
  var messageWindow: Window? { messages.window }

  /// Writes data to standard output.
  package func write(_ bytes: [UInt8]) { output.write(bytes) }

  /// Writes a message to standard error, followed by a line ending.
  package func say(_ text: String) { messages.write(line: text) }

  /// Writes text to standard output, followed by a line ending.
  func print(_ text: String) { output.write(line: text) }

  /// Writes messages about problems to standard error, each as a paragraph.
  func sayAll(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { say("outcomes: \(diagnostic.text)") }
  }

  /// Asks a question and returns true only for “y” or “yes”; nil if there is no terminal to ask on.
  func confirms(_ text: String) -> Bool? {
    question(messages.shown(text) + " [y/N] ").map { ["y", "yes"].contains($0.lowercased()) }
  }

  /// The first failure to print data; nil if there was none.
  var outputFailure: FileError? { output.failure }

  /// The first failure to print data or messages; nil if there was none.
  package var failure: FileError? { output.failure ?? messages.failure }

  /// A stream that writes nothing more after its first failure.
  private final class Stream: Sendable {
    let window: Window?
    private let sink: Sink
    private let firstFailure = Mutex<FileError?>(nil)

    init(sink: @escaping Sink, window: Window?) {
      self.sink = sink
      self.window = window
    }

    /// Writes a text for people, followed by a line ending.
    func write(line text: String) { write(Array((shown(text) + "\n").utf8)) }

    /// A text for people, in characters that the terminal can show.
    func shown(_ text: String) -> String {
      let text = VisibleText.lines(text)
      return window?.hasUnicode == false ? ASCIIMarks.replaced(in: text) : text
    }

    var failure: FileError? { firstFailure.withLock { $0 } }

    func write(_ bytes: [UInt8]) {
      firstFailure.withLock { failure in
        guard failure == nil else { return }
        do throws(FileError) {
          try sink(bytes)
        } catch {
          failure = error
        }
      }
    }
  }
}

extension Console {
  /// The process's standard output and standard error. If the reader of a pipe has closed it, the
  /// process ends quietly by the signal that the system sends.
  /// - Parameter hasUnicode: true if a terminal can show characters outside ASCII.
  package static func standard(hasUnicode: Bool) -> Console {
    func window(_ descriptor: Int32) -> Window? {
      guard isatty(descriptor) != 0 else { return nil }
      return Window(columns: columns(of: descriptor), hasUnicode: hasUnicode)
    }
    return Console(
      write: { bytes throws(FileError) in
        try writeAll(bytes, to: STDOUT_FILENO, named: "the standard output")
      },
      say: { bytes throws(FileError) in
        try writeAll(bytes, to: STDERR_FILENO, named: "the standard error")
      },
      ask: askOnTerminal, outputWindow: window(STDOUT_FILENO),
      messageWindow: window(STDERR_FILENO))
  }

  /// The number of columns of a terminal; nil if it is not known.
  private static func columns(of descriptor: Int32) -> Int? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }

  private static func askOnTerminal(_ question: String) -> String? {
    func say(_ text: String) -> Bool {
      (try? writeAll(Array(text.utf8), to: STDERR_FILENO, named: "the standard error")) != nil
    }
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else { return nil }
    // Before the question is seen: it may be answered with Ctrl-C at once.
    if !isIgnored(SIGINT) { signal(SIGINT, leaveAtQuestion) }
    defer { if !isIgnored(SIGINT) { signal(SIGINT, SIG_DFL) } }
    guard say(question) else { return nil }
    if let answer = readLine() { return answer }
    _ = say("\n")
    return ""
  }

  /// Says on Ctrl-C at a question what it has done, and ends the process as Ctrl-C does. Questions
  /// are asked before anything is written.
  private static let leaveAtQuestion: @convention(c) (Int32) -> Void = { number in
    let text: StaticString = "\noutcomes: nothing was changed\n"
    _ = text.withUTF8Buffer { Console.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }

  /// True if the process that started this one set a signal to be ignored.
  static func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_IGN)
    signal(number, handler)
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// The bytes of the arguments, without the program's own name. `CommandLine.arguments` would
  /// replace bytes that are not valid UTF-8.
  package static var arguments: [[UInt8]] {
    (1..<max(CommandLine.argc, 1)).compactMap { index in
      CommandLine.unsafeArgv[Int(index)].map { argument in
        [UInt8](UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
      }
    }
  }

  /// Opens a descriptor that cannot be written to in place of each closed standard stream.
  /// Otherwise the next file that is opened would get its number, and the output with it. Must be
  /// called before anything else, since the runtime opens descriptors too.
  package static func occupyClosedDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The system uses the lowest free number, which is this one.
      _ = open("/", O_RDONLY)
    }
  }

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, named name: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let taken = bytes[written...].withUnsafeBytes { rest in
        Self.write(descriptor, rest.baseAddress, rest.count)
      }
      if taken >= 0 {
        written += taken
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: waitUntilWritable(descriptor)
      case EPIPE: endAsByAClosedPipe()
      case EBADF:
        throw FileError(action: "write to", path: name, reason: .other("it is closed"))
      case let code: throw FileError(action: "write to", path: name, code: code)
      }
    }
  }

  /// Waits until the reader of a non-blocking pipe has read what was written before.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }

  /// Ends the process by the signal for writing to a closed pipe, which some parent processes set
  /// to be ignored.
  private static func endAsByAClosedPipe() {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
  }

  /// Calls the system's function of that name.
  static func write(
    _ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #else
      Glibc.write(descriptor, start, count)
    #endif
  }
}
