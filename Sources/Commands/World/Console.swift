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

/// The terminal, or whatever stands in its place: the only way in which anything is printed.
///
/// It remembers what could not be printed first, and prints nothing more to that stream: `run` ends
/// with that, so that no command needs to ask.
package struct Console: Sendable {
  /// Takes bytes for a stream of the process.
  package typealias Sink = @Sendable ([UInt8]) throws(FileError) -> Void
  /// Asks a person on the terminal and gives what they type, an empty text where they end the
  /// input; nil where there is no terminal to ask on.
  package typealias Question = @Sendable (String) -> String?

  private let output: Stream
  private let messages: Stream
  private let question: Question

  /// - Parameters:
  ///   - write: takes data for the standard output.
  ///   - say: takes messages for the standard error, each with its line end.
  ///   - ask: asks on the terminal; without it there is none.
  package init(
    write: @escaping Sink, say: @escaping Sink, ask: @escaping Question = { _ in nil }
  ) {
    output = Stream(sink: write)
    messages = Stream(sink: say)
    question = ask
  }

  /// Writes data to the standard output.
  package func write(_ bytes: [UInt8]) { output.write(bytes) }

  /// Writes a message to the standard error, on a line of its own.
  package func say(_ text: String) {
    messages.write(Array((VisibleText.lines(text) + "\n").utf8))
  }

  /// Writes text to the standard output, on lines of its own.
  func print(_ text: String) { write(Array((VisibleText.lines(text) + "\n").utf8)) }

  /// Writes messages about problems to the standard error, each a paragraph of its own.
  func sayAll(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { say("outcomes: \(diagnostic.text)") }
  }

  /// Asks a question to which only a clear yes is a yes; nil where there is no terminal to ask on.
  func confirms(_ text: String) -> Bool? {
    question(VisibleText.lines(text) + " [y/N] ").map { ["y", "yes"].contains($0.lowercased()) }
  }

  /// What of the data could not be printed; nil while everything was.
  var outputFailure: FileError? { output.failure }

  /// What of data or messages could not be printed; nil while everything was.
  package var failure: FileError? { output.failure ?? messages.failure }

  /// A stream that takes nothing more after it has refused something.
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
  /// The process's own standard output and standard error. Where a pipe was closed at its other end
  /// the process ends quietly, by the signal that the system sends.
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

  /// What was typed after the program's own name, byte for byte: `CommandLine.arguments` puts other
  /// characters in the place of what is not UTF-8.
  package static var arguments: [[UInt8]] {
    (1..<max(CommandLine.argc, 1)).compactMap { index in
      CommandLine.unsafeArgv[Int(index)].map { argument in
        [UInt8](UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
      }
    }
  }

  /// Gives standard streams that were closed a descriptor that nothing can be written to. Otherwise
  /// the next file that is opened would get its number, and what is printed. To be called before
  /// anything else: the runtime too opens what has a descriptor.
  package static func occupyClosedDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest number that is free is this one.
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

  /// Whoever reads a pipe that does not wait is not yet done with what was written before.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }

  /// Some parents have their children ignore the signal that ends whoever writes to a closed pipe.
  private static func endAsByAClosedPipe() {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
  }

  private static func write(
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
