import Arguments
import Documents
import Reports
import Storage
import Text

extension FileError {
  /// The message for an answer that could not be printed.
  var notPrinted: Diagnostic {
    Diagnostic(message, remedy: "make room there, or send the output somewhere else")
  }

  /// The message for an answer that could not be printed after everything else was done.
  var notPrintedAfterAll: Diagnostic {
    Diagnostic(
      message,
      remedy: "only the printed answer is missing: everything the command entered or made is saved")
  }
}

/// The destination of a command's answer: standard output, or the file that `-o` names.
struct Output {
  /// The requested format; default: a table for people to read.
  let format: ReportFormat
  /// The path of the file as typed; nil for standard output.
  private let path: String?
  private let world: World

  init(_ read: ValueReader, as format: ReportFormat = .table) {
    self.format = format
    path = read.arguments.value(of: .output).flatMap { $0 == "-" ? nil : $0 }
    world = read.world
  }

  /// Prints an answer in the requested format. What CSV has no place for goes to standard error.
  func print(_ answer: some Reportable) throws(Refusal) {
    try refusing(
      try write { destination throws(Problems) in
        try answer.write(as: format, text: destination.textRenderer) { piece throws(Problems) in
          try destination.write(piece)
        }
      })
    guard format == .csv else { return }
    for remark in answer.remarks { world.console.say("outcomes: \(remark)") }
  }

  /// Prints texts as they are, each beginning on a new line.
  func print(paragraphs: [String]) throws(Refusal) {
    try refusing(
      try write { destination throws(Problems) in
        for text in paragraphs { try destination.write(line: text) }
      })
  }

  /// Lets `body` write in pieces. If it fails, a file that `-o` names stays unchanged.
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

  /// Opens the destination for writing in pieces. The caller must end it with `finish` or
  /// `discard`.
  func open() throws(Problems) -> Destination {
    guard let path else { return .console(world.console) }
    return .file(try FileReplacement(output: world.absolutePath(path), world.files))
  }

  /// Standard output, or a file that replaces an older one only when it is complete.
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

    /// Writes a text for people, followed by a line ending.
    func write(line text: String) throws(Problems) {
      switch self {
      case .console(let console):
        console.print(text)
        if let failure = console.outputFailure { throw Problems(failure.notPrinted) }
      case .file(let file): try file.write(Array((VisibleText.lines(text) + "\n").utf8))
      }
    }

    /// The renderer of documents for people.
    var textRenderer: TextRenderer {
      switch self {
      case .console(let console): TextRenderer(console.outputWindow)
      case .file: TextRenderer()
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

extension TextRenderer {
  /// Creates the renderer for a stream; nil stands for a file or a pipe.
  init(_ window: Console.Window?) {
    self.init(
      window: window?.columns.map { max($0, 20) }, hasUnicode: window?.hasUnicode ?? true)
  }
}

extension ValueReader {
  /// Reads the destination and the format of a report.
  func output() -> Reading<Output> {
    format(.format).map { Output(self, as: $0 ?? .table) }
  }
}
