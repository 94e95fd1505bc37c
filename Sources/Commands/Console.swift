#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Text

/// The terminal, or whatever stands in its place: the only way in which anything is printed.
package struct Console: Sendable {
  /// Writes data to the standard output.
  package var write: @Sendable ([UInt8]) -> Void
  /// Writes a message to the standard error, on a line of its own.
  package var say: @Sendable (String) -> Void
  /// Asks a person on the terminal and gives what they type, an empty text where they end the input;
  /// nil where there is no terminal to ask on.
  package var ask: @Sendable (String) -> String?

  package init(
    write: @escaping @Sendable ([UInt8]) -> Void, say: @escaping @Sendable (String) -> Void,
    ask: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.write = write
    self.say = { say(VisibleText.lines($0)) }
    self.ask = { ask(VisibleText.lines($0)) }
  }

  /// Asks a question to which only a clear yes is a yes; nil where there is no terminal to ask on.
  func confirms(_ question: String) -> Bool? {
    ask(question + " [y/N] ").map { ["y", "yes"].contains($0.lowercased()) }
  }

  /// Writes text to the standard output, on lines of its own.
  func print(_ text: String) {
    write(Array((VisibleText.lines(text) + "\n").utf8))
  }

  /// Writes messages about problems to the standard error, each a paragraph of its own.
  func sayAll(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { say("outcomes: \(diagnostic.text)") }
  }

  /// The process's own standard output and standard error. Where a pipe was closed at its other end
  /// the process ends quietly, by the signal that the system sends.
  package static let standard = Console(
    write: { writeAll($0, to: STDOUT_FILENO) },
    say: { writeAll(Array(($0 + "\n").utf8), to: STDERR_FILENO) },
    ask: { question in
      guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else { return nil }
      writeAll(Array(question.utf8), to: STDERR_FILENO)
      if let answer = readLine() { return answer }
      writeAll([ASCII.lineFeed], to: STDERR_FILENO)
      return ""
    })

  /// What was typed after the program's own name, byte for byte: `CommandLine.arguments` puts other
  /// characters in the place of what is not UTF-8.
  package static var arguments: [[UInt8]] {
    (1..<max(CommandLine.argc, 1)).compactMap { index in
      CommandLine.unsafeArgv[Int(index)].map { argument in
        [UInt8](UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
      }
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty, let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
        let written = Self.write(descriptor, start, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  private static func write(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #else
      Glibc.write(descriptor, start, count)
    #endif
  }
}
