import Arguments
import Instruments
import Interchange
import Records
import Storage
import Text

extension Command {
  /// `outcomes export`
  static let export = Command(
    CommandDefinition(
      "export", group: .share, summary: "Write the data for other software",
      discussion:
        "Layouts: long, one row per assessment that counts; wide, one row per participant; items, "
        + "the answers to one instrument; history, every line with its reason, and the new and "
        + "old value of each attribute (site, site_before); participants, one JSON object each. "
        + "Text that a spreadsheet would run as a formula gets a leading apostrophe.",
      options: [.layout, .exportFormat, .exportedInstrument, .raw, .shareRefused],
      sharedOptions: [.output, .asKnownAt, .verify],
      examples: [
        CommandExample(
          "outcomes export -o for-statistics.csv", "One row per assessment, for statistics software"
        ),
        CommandExample(
          "outcomes export --layout items --instrument phq-9", "Every answer to the PHQ-9"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let open = read.program()
    let (program, rows, format) = try readAll(
      open, read.exportedRows(of: open), read.exportFormat())
    let export = Export(open: program, output: Output(read))
    let style = ExportStyle(format, raw: read.arguments.has(.raw))
    switch rows {
    case .history: try await export.writeHistory(style)
    case .long:
      try await export.write { table, sink throws(Problems) in
        try LongExport(table, style).write(to: sink)
      }
    case .wide:
      try await export.write { table, sink throws(Problems) in
        try WideExport(table, style).write(to: sink)
      }
    case .items(let instrument):
      try await export.write(keepsAnswers: true) { table, sink throws(Problems) in
        try ItemsExport(table, instrument: instrument, style).write(to: sink)
      }
    case .participants:
      try await export.write(keepsAnswers: true) { table, sink throws(Problems) in
        try ParticipantsExport(table).write(to: sink)
      }
    }
    return .done
  }
}

/// The rows of an export, as `--layout` and `--instrument` name them.
private enum ExportedRows {
  case long
  case wide
  /// The answers to one instrument, given by its position in the program.
  case items(instrument: Int)
  case history
  case participants
}

extension ValueReader {
  fileprivate var layout: ExportLayout { choice(.layout) ?? .long }

  fileprivate func exportedRows(of open: Reading<OpenProgram>) -> Reading<ExportedRows> {
    switch (layout, arguments.value(of: .exportedInstrument)) {
    case (.items, let name?): open.flatMap { $0.instrument(named: name) }.map(ExportedRows.items)
    case (.items, nil):
      open.flatMap { open in
        let names = open.program.instruments.map(\.id.rawValue)
        return .wrong(
          "--layout items needs --instrument", remedy: "one of: \(names.joined(separator: ", "))")
      }
    case (_, .some):
      .wrong("--instrument needs --layout items", remedy: "leave it out, or add --layout items")
    case (.long, nil): .success(.long)
    case (.wide, nil): .success(.wide)
    case (.history, nil): .success(.history)
    case (.participants, nil): .success(.participants)
    }
  }

  /// Reads the format; default: the first format of the layout.
  fileprivate func exportFormat() -> Reading<ExportFormat> {
    let formats = layout.formats
    return format(.exportFormat).flatMap { (format: ExportFormat?) in
      guard let format else { return .success(formats[0]) }
      return .of(
        formats.contains(format) ? format : nil,
        else: "--layout \(layout.rawValue) cannot be written as \(format.rawValue)",
        remedy: "use \(formats.map(\.rawValue).listed("or"))")
    }
  }
}

/// A writer of a program's data.
private struct Export {
  let open: OpenProgram
  let output: Output

  /// Calls `write` with the cohort's columns.
  func write(
    keepsAnswers: Bool = false, _ write: (CohortColumns, ByteSink) throws(Problems) -> Void
  ) async throws(Refusal) {
    let table = try await open.cohort(keepsAnswers: keepsAnswers)
    try refusing(
      try output.write { destination throws(Problems) in
        try write(table, destination.write)
      })
  }

  /// Writes every line of both files as it is read.
  func writeHistory(_ style: ExportStyle) async throws(Refusal) {
    do throws(Problems) {
      let destination = try output.open()
      do throws(Problems) {
        try await writeHistory(style, destination.write)
      } catch {
        destination.discard()
        throw error
      }
      try destination.finish()
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  private func writeHistory(
    _ style: ExportStyle, _ write: ByteSink
  ) async throws(Problems) {
    var export = HistoryExport(style, attributes: open.attributes)
    try await open.forEachLine { line throws(Problems) in
      switch line {
      case .participant(let line): try export.add(line.value, to: write)
      case .score(let line): try export.add(line.value, to: write)
      case .file(_, let line): try export.add(line.value, to: write)
      }
    }
    try export.finish(to: write)
  }
}

extension OptionDefinition {
  fileprivate static let layout = OptionDefinition(
    "layout", help: "the layout of the rows; default: long", choices: ExportLayout.self
  )
  fileprivate static let exportFormat = OptionDefinition(
    "format", help: "the format; default: from the extension of FILE, or csv",
    choices: ExportFormat.self)
  fileprivate static let exportedInstrument = OptionDefinition(
    "instrument", valueName: "INSTRUMENT", help: "the questionnaire, with --layout items")
  fileprivate static let raw = OptionDefinition(
    "raw", help: "keep text as it is, even if a spreadsheet would run it as a formula")
}
