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
      "export", group: .share, summary: "Write the data for other programs",
      discussion:
        "Layouts: long, one row an assessment that counts; wide, one row a participant; items, the "
        + "answers to one instrument; history, every line with its reason, and each attribute as it became and "
        + "as it was (site, site_before); participants, one JSON object each. A text that a spreadsheet would run as a formula gets a leading apostrophe.",
      options: [.layout, .exportFormat, .exportedInstrument, .raw, .shareRefused],
      sharedOptions: [.output, .asKnownAt, .verify],
      examples: [
        CommandExample(
          "outcomes export -o for-statistics.csv", "One row an assessment, for statistics"),
        CommandExample(
          "outcomes export --layout items --instrument phq-9", "Every answer to the PHQ-9"),
      ])
  ) { arguments, world throws(Refusal) in
    try refuseSharing(arguments)
    let request = try ExportRequest(arguments, world)
    let output = Output(arguments, world)
    if request.layout == .history {
      try await request.writeHistory(to: output)
    } else {
      let table = try await request.table()
      try refusing { () throws(Problems) in
        try output.write { destination throws(Problems) in
          try request.write(table, destination.write)
        }
      }
    }
    return .done
  }
}

/// What is to be exported, and how.
private struct ExportRequest {
  let open: OpenProgram
  let layout: ExportLayout
  let style: ExportStyle
  let instrument: InstrumentID?

  init(_ arguments: ParsedArguments, _ world: World) throws(Refusal) {
    let open = try OpenProgram(arguments, world)
    var values = ValueReader(arguments)
    let layout = arguments.value(of: .layout).flatMap(ExportLayout.init(rawValue:)) ?? .long
    let format = arguments.value(of: .exportFormat).flatMap(ExportFormat.init(rawValue:))
    let usualFormat: ExportFormat = layout.formats.contains(.csv) ? .csv : .json
    if let format, !layout.formats.contains(format) {
      values.report(
        "the layout \(layout.rawValue) cannot be \(format.rawValue)",
        remedy: "it comes as \(layout.formats.map(\.rawValue).joined(separator: " or "))")
    }
    instrument = Self.instrument(arguments, layout, open.program, &values)
    try values.finish()
    self.open = open
    self.layout = layout
    style = ExportStyle(format ?? usualFormat, raw: arguments.has(.raw))
  }

  /// The instrument whose items are asked for; nil where none is needed.
  private static func instrument(
    _ arguments: ParsedArguments, _ layout: ExportLayout, _ program: Program,
    _ values: inout ValueReader
  ) -> InstrumentID? {
    let names = program.instruments.map(\.id.rawValue)
    guard let text = arguments.value(of: .exportedInstrument) else {
      if layout == .items {
        values.report(
          "the layout items needs --instrument", remedy: "one of: \(names.joined(separator: ", "))")
      }
      return nil
    }
    if layout != .items {
      values.report("--instrument goes with --layout items", remedy: "leave it out, or add that")
    } else if !names.contains(text) {
      values.refuseUnknown("instrument", text, known: names)
    }
    return InstrumentID(rawValue: text)
  }

  func table() async throws(Refusal) -> CohortColumns {
    do throws(Problems) {
      let cohort = try await open.folder.loadCohort(
        open.program, keepsAnswers: layout.needsAnswers, threads: open.world.threads)
      open.say(cohort.notices)
      return cohort.table
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  func write(
    _ table: CohortColumns, _ write: ByteSink
  ) throws(Problems) {
    switch layout {
    case .long: try LongExport(table, style).write(to: write)
    case .wide: try WideExport(table, style).write(to: write)
    case .items:
      if let instrument {
        try ItemsExport(table, instrument: instrument, style)?.write(to: write)
      }
    case .participants: try ParticipantsExport(table).write(to: write)
    case .history: break
    }
  }

  /// Every line of both files, as they are read.
  func writeHistory(to output: Output) async throws(Refusal) {
    do throws(Problems) {
      let destination = try output.open()
      do throws(Problems) {
        try await writeHistory(destination.write)
      } catch {
        destination.discard()
        throw error
      }
      try destination.finish()
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  private func writeHistory(_ write: ByteSink) async throws(Problems) {
    var problems: [Diagnostic] = []
    var stopped: Problems?
    var export = HistoryExport(style, attributes: open.attributes)
    try await open.folder.forEachLine(open.program, threads: open.world.threads) { finding in
      guard stopped == nil else { return }
      do throws(Problems) {
        switch finding {
        case .line(.participant(let line)): try export.add(line.value, to: write)
        case .line(.score(let line)): try export.add(line.value, to: write)
        case .line(.file(_, let line)): try export.add(line.value, to: write)
        case .problem(let problem): problems.append(problem)
        case .notice(let notice): open.say([notice])
        }
      } catch {
        stopped = error
      }
    }
    if let stopped { throw stopped }
    guard problems.isEmpty else {
      throw Problems(open.folder.recognizingSpreadsheets(in: problems, open.program.settings))
    }
    try export.finish(to: write)
  }
}

extension OptionDefinition {
  fileprivate static let layout = OptionDefinition(
    "layout", help: "what a row is; else long", allowedValues: ExportLayout.allCases.map(\.rawValue)
  )
  fileprivate static let exportFormat = OptionDefinition(
    "format", help: "the form of what is written; else what FILE ends in, else csv",
    allowedValues: ExportFormat.allCases.map(\.rawValue))
  fileprivate static let exportedInstrument = OptionDefinition(
    "instrument", valueName: "INSTRUMENT", help: "whose items, with --layout items")
  fileprivate static let raw = OptionDefinition(
    "raw", help: "leave texts as they are, even where a spreadsheet would run them")
}
