import Arguments
import Documents
import Reports
import Storage
import Text

extension FileError {
  /// Something that could not be printed, in words.
  var notPrinted: Diagnostic {
    Diagnostic(message, remedy: "make room there, or send the output somewhere else")
  }

  /// The same where everything else was done.
  var notPrintedAfterAll: Diagnostic {
    Diagnostic(
      message,
      remedy: "only the answer is missing: what the command was to enter or make has been saved")
  }
}

/// Where a command's data goes: the standard output, or the file that `-o` names.
struct Output {
  /// The format asked for; a table for people where nothing was said.
  let format: ReportFormat
  /// The file as it was typed; nil for the standard output.
  private let path: String?
  private let world: World

  init(_ read: ValueReader, as format: ReportFormat = .table) {
    self.format = format
    path = read.arguments.value(of: .output).flatMap { $0 == "-" ? nil : $0 }
    world = read.world
  }

  /// Prints an answer in the format asked for.
  func print(_ answer: some Reportable) throws(Refusal) {
    try refusing(
      try write { destination throws(Problems) in
        try answer.write(as: format) { piece throws(Problems) in try destination.write(piece) }
      })
  }

  /// Prints texts as they are, each on lines of its own.
  func print(paragraphs: [String]) throws(Refusal) {
    try refusing(
      try write { destination throws(Problems) in
        for text in paragraphs {
          try destination.write(Array((VisibleText.lines(text) + "\n").utf8))
        }
      })
  }

  /// Lets `body` write piece by piece. Where it fails, a file that `-o` names stays what it was.
  func write(_ body: (Destination) throws(Problems) -> Void) throws(Problems) {
    let destination = try open()
    do throws(Problems) {
      try body(destination)
    } catch {
      destination.discard()
      throw error
    }
    try destination.finish()
  }

  /// Where to write piece by piece; whoever opens it ends it, with `finish` or with `discard`.
  func open() throws(Problems) -> Destination {
    guard let path else { return .console(world.console) }
    return .file(try FileReplacement(output: world.absolutePath(path), world.files))
  }

  /// The standard output, or a file that takes the place of an older one only when it is whole.
  enum Destination {
    case console(Console)
    case file(FileReplacement)

    func write(_ bytes: [UInt8]) throws(Problems) {
      switch self {
      case .console(let console):
        console.write(bytes)
        if let failure = console.outputFailure { throw Problems(failure.notPrinted) }
      case .file(let file): try file.write(bytes)
      }
    }

    func finish() throws(Problems) {
      if case .file(let file) = self { try file.finish() }
    }

    func discard() {
      if case .file(let file) = self { file.discard() }
    }
  }
}

extension ValueReader {
  /// Where a report goes, and in which format.
  func output() -> Reading<Output> {
    format(.format).map { Output(self, as: $0 ?? .table) }
  }
}
