import Arguments
import Instruments
import Records
import Storage
import Text

extension Command {
  /// `outcomes init DIR`
  static let initialize = Command(
    CommandDefinition(
      "init", group: .setUp, summary: "Create a program folder",
      discussion:
        "Creates the folder and its files; nothing is overwritten. Most settings can be changed "
        + "later with `outcomes set`, which keeps the old value in the history. Attributes, "
        + "questionnaires and timepoints can be added but not removed, and the format of the data "
        + "files is fixed. A program with a healthy days questionnaire starts with a published "
        + "rate for the cost of an unhealthy day; read its caveats in program.json before you "
        + "quote an estimate.",
      positionals: [.newFolder],
      options: [.programName, .storeFormat, .timepoints, .instruments, .attributes],
      examples: [
        CommandExample("outcomes init riverside", "A program with the usual questionnaires"),
        CommandExample(
          "outcomes init riverside --name 'Riverside peer support' --attributes site,age_band",
          "The same, with a name and two attributes for comparing groups"),
      ])
  ) { read, world throws(Refusal) in
    let settings = try read.newSettings().get()
    let given = read.arguments.requiredValue(of: .newFolder)
    let folder = ProgramFolder(path: world.absolutePath(given), files: world.files)
    _ = try refusing(
      try Program(
        settings: settings, available: BuiltInInstruments.all, file: ProgramFolder.settingsName))
    try refusing(try folder.create(settings, at: world.now(), by: world.recordedBy))
    world.console.print(
      "\(settings.name) · \(settings.timepoints.map(\.id.rawValue).joined(separator: ", "))"
        + " · \(settings.instruments.map(\.rawValue).joined(separator: ", "))")
    world.console.print(
      "created in \(given); add a participant with"
        + " `outcomes enroll ID --store \(ShellWord.quoted(given))`")
    return .done
  }
}

extension ValueReader {
  /// Reads the settings of a new program.
  fileprivate func newSettings() -> Reading<ProgramSettings> {
    Reading { () throws(Refusal) in
      let (name, timepoints, instruments, attributes) = try readAll(
        text(.programName), newTimepoints(), newInstruments(), newAttributes())
      let folder = arguments.requiredValue(of: .newFolder)
      let unhealthyDays = instruments.first {
        [BuiltInInstruments.healthyDays.id, BuiltInInstruments.hrqol4.id].contains($0)
      }
      return ProgramSettings(
        name: name ?? folder.split(separator: "/").last.map(String.init) ?? folder,
        store: choice(.storeFormat) ?? .csv, timepoints: timepoints, instruments: instruments,
        attributes: attributes, savings: unhealthyDays.map(SavingsRate.humana2019(instrument:)))
    }
  }

  private func newTimepoints() -> Reading<[Timepoint]> {
    list(.timepoints, else: "baseline=0,day30=30,day90=90").map { text in
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let id = TimepointID(rawValue: parts[0])
      let day = parts.count == 2 ? Int(parts[1]) : nil
      return Reading.of(
        id.flatMap { id in day.map { (id: id, day: $0) } },
        else: "“\(text)” is not a timepoint", remedy: "write a name and a day: day30=30")
    }.all().flatMap(windows)
  }

  /// Returns the timepoints with their usual windows.
  private func windows(
    of days: [(id: TimepointID, day: Int)]
  ) -> Reading<[Timepoint]> {
    let timepoints = Timepoint.withUsualWindows(days)
    let found = ProgramSettings.problems(with: timepoints).map { problem in
      Reading<Void>.wrong("--timepoints: \(problem)")
    }
    let start = timepoints.prefix(1).compactMap(ProgramSettings.problem).map { problem in
      Reading<Void>.wrong(
        "--timepoints: \(problem)", remedy: "begin with day 0: baseline=0,day30=30")
    }
    return (start + found).all().map { _ in timepoints }
  }

  private func newInstruments() -> Reading<[InstrumentID]> {
    let known = BuiltInInstruments.all.map(\.id)
    let names = list(.instruments, else: "ucla-3,phq-9,gad-7,healthy-days")
    guard !names.isEmpty else { return .wrong("--instruments: at least one is needed") }
    let ids = names.map { name in
      Reading.of(
        known.first { $0.rawValue == name }, else: "“\(name)” is not a built-in instrument",
        remedy: NearMiss.suggestion(for: name, among: known.map(\.rawValue))
          ?? "see `outcomes instruments` for the list; add your own to program.json later")
    }
    let repeated = ProgramSettings.repeatedElements(names).map { name in
      Reading<InstrumentID>.wrong("--instruments: “\(name)” is listed twice")
    }
    return (ids + repeated).all()
  }

  private func newAttributes() -> Reading<[String]> {
    let names = list(.attributes, else: "")
    let attributes = names.map { name in
      ProgramSettings.problem(withAttribute: name).map { problem in
        Reading<String>.wrong("“\(name)” is not a valid attribute name", remedy: problem)
      } ?? .success(name)
    }
    let repeated = ProgramSettings.repeatedElements(names).map { name in
      Reading<String>.wrong("--attributes: “\(name)” is listed twice")
    }
    return (attributes + repeated).all()
  }

  /// Reads the elements of a comma-separated list.
  private func list(_ option: OptionDefinition, else usual: String) -> [String] {
    (arguments.value(of: option) ?? usual).split(separator: ",").map { $0.filter { $0 != " " } }
  }
}

extension PositionalDefinition {
  fileprivate static let newFolder = PositionalDefinition(
    "DIR", help: "the folder to create", completion: .directory)
}

extension OptionDefinition {
  fileprivate static let programName = OptionDefinition(
    "name", valueName: "TEXT", help: "the program's name; default: the folder's name")
  fileprivate static let storeFormat = OptionDefinition(
    "format", help: "the format of the data files; default: csv", choices: LineFormat.self)
  fileprivate static let timepoints = OptionDefinition(
    "timepoints", valueName: "baseline=0,day30=30,day90=90",
    help: "the timepoints, in days after enrollment")
  fileprivate static let instruments = OptionDefinition(
    "instruments", valueName: "ucla-3,phq-9,gad-7,healthy-days", help: "the questionnaires")
  fileprivate static let attributes = OptionDefinition(
    "attributes", valueName: "site,age_band", help: "the attributes recorded for each participant")
}
