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

  private let output: Stream
  private let messages: Stream
  private let question: Question

  /// - Parameters:
  ///   - write: writes data to standard output.
  ///   - say: writes messages to standard error, each with its line ending.
  ///   - ask: asks on the terminal; by default, there is no terminal.
  package init(
    write: @escaping Sink, say: @escaping Sink, ask: @escaping Question = { _ in nil }
  ) {
    output = Stream(sink: write)
    messages = Stream(sink: say)
    question = ask
  }

  /// Writes data to standard output.
  package func write(_ bytes: [UInt8]) { output.write(bytes) }

  /// Writes a message to standard error, followed by a line ending.
  package func say(_ text: String) {
    messages.write(Array((VisibleText.lines(text) + "\n").utf8))
  }

  /// Writes text to standard output, followed by a line ending.
  func print(_ text: String) { write(Array((VisibleText.lines(text) + "\n").utf8)) }

  /// Writes messages about problems to standard error, each as a paragraph.
  func sayAll(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { say("outcomes: \(diagnostic.text)") }
  }

  /// Asks a question and returns true only for “y” or “yes”; nil if there is no terminal to ask on.
  func confirms(_ text: String) -> Bool? {
    question(VisibleText.lines(text) + " [y/N] ").map { ["y", "yes"].contains($0.lowercased()) }
  }

  /// The first failure to print data; nil if there was none.
  var outputFailure: FileError? { output.failure }

  /// The first failure to print data or messages; nil if there was none.
  package var failure: FileError? { output.failure ?? messages.failure }

  /// A stream that writes nothing more after its first failure.
  private final class Stream: Sendable {
    private let sink: Sink
    private let firstFailure = Mutex<FileError?>(nil)

    init(sink: @escaping Sink) {
      self.sink = sink
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
  package static var standard: Console {
    Console(
      write: { bytes throws(FileError) in
        try writeAll(bytes, to: STDOUT_FILENO, named: "the standard output")
      },
      say: { bytes throws(FileError) in
        try writeAll(bytes, to: STDERR_FILENO, named: "the standard error")
      },
      ask: askOnTerminal)
  }

  private static func askOnTerminal(_ question: String) -> String? {
    func say(_ text: String) -> Bool {
      (try? writeAll(Array(text.utf8), to: STDERR_FILENO, named: "the standard error")) != nil
    }
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0, say(question) else { return nil }
    if let answer = readLine() { return answer }
    _ = say("\n")
    return ""
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
