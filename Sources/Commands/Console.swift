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

  package init(
    write: @escaping @Sendable ([UInt8]) -> Void, say: @escaping @Sendable (String) -> Void
  ) {
    self.write = write
    self.say = { say(VisibleText.lines($0)) }
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
    say: { writeAll(Array(($0 + "\n").utf8), to: STDERR_FILENO) })

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
