import Arguments
import Instruments
import Records
import Storage
import Text

extension Command {
  /// `outcomes init DIR`
  static let initialize = Command(
    CommandDefinition(
      "init", group: .setUp, summary: "Make a program folder",
      discussion:
        "Makes the folder and its files; nothing that exists is written over. Most settings can be "
        + "changed later with `outcomes set`, which keeps the old value in the history: attributes, "
        + "questionnaires and timepoints can be added but not removed, and the kind of files stays. A "
        + "program with a questionnaire of healthy days starts with a published rate for what an "
        + "unhealthy day costs; read its caveats in program.json before you quote an estimate.",
      positionals: [.newFolder],
      options: [.programName, .storeFormat, .timepoints, .instruments, .attributes],
      examples: [
        CommandExample("outcomes init riverside", "A program with the usual questionnaires"),
        CommandExample(
          "outcomes init riverside --name 'Riverside peer support' --attributes site,age_band",
          "The same with a name and two attributes to compare groups by"),
      ])
  ) { arguments, world throws(Refusal) in
    let settings = try settings(arguments)
    let given = arguments.requiredValue(of: .newFolder)
    let folder = ProgramFolder(path: world.absolutePath(given), files: world.files)
    try refusing { () throws(Problems) in
      _ = try Program(
        settings: settings, available: BuiltInInstruments.all, file: ProgramFolder.settingsName)
      try folder.create(settings, at: world.now(), by: world.recordedBy)
    }
    world.console.print(
      "\(settings.name) · \(settings.timepoints.map(\.id.rawValue).joined(separator: ", "))"
        + " · \(settings.instruments.map(\.rawValue).joined(separator: ", "))")
    world.console.print(
      "made in \(given); add a participant with"
        + " `outcomes enroll ID --store \(ShellWord.quoted(given))`")
    return .done
  }

  private static func settings(_ arguments: ParsedArguments) throws(Refusal) -> ProgramSettings {
    var values = ValueReader(arguments)
    let folder = arguments.requiredValue(of: .newFolder)
    let previousName = folder.split(separator: "/").last.map(String.init) ?? folder
    let name = values.text(.programName)
    let instruments = instruments(&values)
    let unhealthyDays = instruments.first {
      [BuiltInInstruments.healthyDays.id, BuiltInInstruments.hrqol4.id].contains($0)
    }
    let settings = ProgramSettings(
      name: name.isEmpty ? previousName : name,
      store: LineFormat(rawValue: arguments.value(of: .storeFormat) ?? "") ?? .csv,
      timepoints: timepoints(&values), instruments: instruments,
      attributes: attributes(&values),
      savings: unhealthyDays.map(SavingsRate.humana2019(instrument:)))
    try values.finish()
    return settings
  }

  private static func timepoints(_ values: inout ValueReader) -> [Timepoint] {
    var days: [(id: TimepointID, day: Int)] = []
    for text in list(values.arguments.value(of: .timepoints) ?? "baseline=0,day30=30,day90=90") {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      if parts.count == 2, let id = TimepointID(rawValue: String(parts[0])), let day = Int(parts[1])
      {
        days.append((id, day))
      } else {
        values.report("“\(text)” is not a timepoint", remedy: "write a name and a day: day30=30")
      }
    }
    if let first = days.first, first.day != 0 {
      values.report(
        "--timepoints: the first, from which change is counted, must be at day 0; “\(first.id)” is at"
          + " day \(first.day)", remedy: "begin with day 0: baseline=0,day30=30")
    }
    let timepoints = Timepoint.withUsualWindows(days)
    for problem in ProgramSettings.problems(with: timepoints) {
      values.report("--timepoints: \(problem)")
    }
    return timepoints
  }

  private static func instruments(_ values: inout ValueReader) -> [InstrumentID] {
    let usual = "ucla-3,phq-9,gad-7,healthy-days"
    let known = BuiltInInstruments.all.map(\.id.rawValue)
    var instruments: [InstrumentID] = []
    for text in list(values.arguments.value(of: .instruments) ?? usual) {
      if let id = InstrumentID(rawValue: text), known.contains(text), !instruments.contains(id) {
        instruments.append(id)
      } else if known.contains(text) {
        values.report("--instruments: “\(text)” stands twice")
      } else {
        values.report(
          "no built-in instrument is called “\(text)”",
          remedy: NearMiss.suggestion(for: text, among: known)
            ?? "see `outcomes instruments`; one of your own is added to program.json later")
      }
    }
    if instruments.isEmpty, values.problems.isEmpty {
      values.report("--instruments: at least one is needed")
    }
    return instruments
  }

  private static func attributes(_ values: inout ValueReader) -> [String] {
    let attributes = list(values.arguments.value(of: .attributes) ?? "")
    for attribute in attributes {
      if let problem = ProgramSettings.problem(withAttribute: attribute) {
        values.report("“\(attribute)” cannot be an attribute", remedy: problem)
      }
    }
    if Set(attributes).count < attributes.count { values.report("--attributes: one stands twice") }
    return attributes
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.filter { $0 != " " } }
  }
}

extension PositionalDefinition {
  fileprivate static let newFolder = PositionalDefinition(
    "DIR", help: "the folder to make", completion: .directory)
}

extension OptionDefinition {
  fileprivate static let programName = OptionDefinition(
    "name", valueName: "TEXT", help: "the program's name; else the folder's")
  fileprivate static let storeFormat = OptionDefinition(
    "format", help: "the kind of files; else csv", allowedValues: ["csv", "json"])
  fileprivate static let timepoints = OptionDefinition(
    "timepoints", valueName: "baseline=0,day30=30,day90=90",
    help: "when everybody is asked, in days after enrollment")
  fileprivate static let instruments = OptionDefinition(
    "instruments", valueName: "ucla-3,phq-9,gad-7,healthy-days", help: "the questionnaires")
  fileprivate static let attributes = OptionDefinition(
    "attributes", valueName: "site,age_band", help: "what is kept of each participant")
}
