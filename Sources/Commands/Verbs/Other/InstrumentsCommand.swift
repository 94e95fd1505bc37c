import Arguments
import Instruments
import Records
import Reports
import Storage
import Text

extension Command {
  /// `outcomes instruments [ID]`
  static let instruments = Command(
    CommandDefinition(
      "instruments", group: .other,
      summary: "List the questionnaires, explain one, or check a file",
      discussion:
        "Without an argument, lists them all. With an id, explains one: items, scoring, bands, "
        + "what a change means, and where each fact comes from. With a file, checks an instrument "
        + "that you wrote yourself and explains every problem.",
      positionals: [.instrumentOrFile], sharedOptions: OptionDefinition.forPrinting,
      examples: [
        CommandExample("outcomes instruments phq-9", "What the PHQ-9 asks and means"),
        CommandExample(
          "outcomes instruments phq-9 -o my-own.json", "A file to start your own questionnaire from"
        ),
      ])
  ) { read, world throws(Refusal) in
    let (open, output) = try readAll(read.programIfAny(), read.output())
    let own = try refusing(try open?.folder.ownInstruments() ?? [])
    let all = BuiltInInstruments.all + own
    guard let name = read.arguments.value(of: .instrumentOrFile) else {
      try output.print(InstrumentListReport(all, used: open?.program.settings.instruments ?? []))
      return .done
    }
    if let instrument = all.first(where: { $0.id.rawValue == name }) {
      try output.print(InstrumentReport(instrument))
      return .done
    }
    guard name.contains("/") || name.hasSuffix(".json") else {
      throw Refusal(
        .refused,
        Diagnostic(
          "“\(name)” is not a known instrument",
          remedy: NearMiss.suggestion(for: name, among: all.map(\.id.rawValue))
            ?? "see `outcomes instruments` for the list, or name a file that ends with .json"))
    }
    try output.print(InstrumentReport(try instrument(inFile: name, world)))
    return .done
  }

  private static func instrument(
    inFile name: String, _ world: World
  ) throws(Refusal) -> Instrument {
    let bytes = try refusing(try world.files.contents(of: world.absolutePath(name)))
    let document = try refusing(try JSONDocument.parse(bytes, file: name))
    return try refusing(try Instrument(reading: document, file: name))
  }
}

extension ValueReader {
  /// Opens the program; nil if none was requested and none is found from the current folder upward.
  fileprivate func programIfAny() -> Reading<OpenProgram?> {
    let isAskedFor = arguments.has(.store) || world.value(of: .store) != nil
    let open = program()
    return isAskedFor ? open.map(Optional.some) : .success(try? open.get())
  }
}

extension PositionalDefinition {
  fileprivate static let instrumentOrFile = PositionalDefinition(
    "ID", help: "an instrument's id, or a file that ends with .json", isOptional: true,
    completion: .instrumentOrFile)
}
