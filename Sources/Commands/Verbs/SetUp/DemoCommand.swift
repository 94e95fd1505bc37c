import Arguments
import Analysis
import Documents
import Records
import Reports
import Storage
import Text

extension Command {
  /// `outcomes demo [DIR]`
  static let demo = Command(
    CommandDefinition(
      "demo", group: .setUp, summary: "A program with invented participants, and its results",
      discussion:
        "Creates a program folder with participants invented to reproduce the changes of a "
        + "published study, then shows its summary and savings. The results are the same on "
        + "every computer.",
      positionals: [.demoFolder], options: [.participants, .demoFormat],
      examples: [
        CommandExample("outcomes demo", "In a temporary folder"),
        CommandExample("outcomes demo big --participants 100000", "A large program, in ./big"),
      ])
  ) { read, world throws(Refusal) in
    let participants = try read.participants().get()
    let given = read.arguments.value(of: .demoFolder)
    let path: String
    if let given { path = world.absolutePath(given) } else { path = try temporaryPath(world) }
    let made = DemonstrationProgram(
      path: path, participants: participants, format: read.choice(.demoFormat) ?? .csv, world)
    let table: CohortColumns
    do throws(Problems) {
      table = try await made.make()
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
    await show(table, in: given ?? path, world.console)
    return .done
  }

  private static func show(_ table: CohortColumns, in folder: String, _ console: Console) async {
    let selection = CohortSelection(asOf: InventedCohort.asOf)
    console.print(
      "Created \(folder) with \(table.participants.count) invented participants."
        + " None of them are real:\n"
        + "they were invented to reproduce the changes in the published study\n"
        + "(\(BuiltInBenchmarks.publishedStudy.source.citation)).\n")
    let summary = await CohortSummary(table, selection)
    let savings = SavingsReport(SavingsAnalysis(table, selection))
    let renderer = TextRenderer(console.outputWindow)
    console.print(renderer.render(SummaryReport(summary).document))
    renderer.write(savings.document) { console.write($0) }
    let first = table.participants.ids[0]
    let store = "--store \(folder)"
    console.print(
      """

      Try next:
        outcomes show \(first) \(store)
        outcomes summary --by site --as-of \(InventedCohort.asOf) \(store)
        outcomes export --layout wide -o wide.csv \(store)
      """)
  }

  /// Returns the path of a folder that does not exist yet.
  private static func temporaryPath(_ world: World) throws(Refusal) -> String {
    let stamp = world.now().description.filter(\.isNumber)
    let folder = world.temporaryFolder()
    let parent = folder.hasSuffix("/") ? folder : folder + "/"
    var path = "\(parent)outcomes-demo-\(stamp)"
    var number = 1
    while try refusing(try world.files.exists(path)) {
      number += 1
      path = "\(parent)outcomes-demo-\(stamp)-\(number)"
    }
    return path
  }
}

extension ValueReader {
  /// Reads the number of invented participants.
  fileprivate func participants() -> Reading<Int> {
    value(of: .participants) { text in
      .of(
        Int(text).flatMap { 1...100_000_000 ~= $0 ? $0 : nil },
        else: "“\(text)” is not a number of participants",
        remedy: "write a whole number from 1 to 100,000,000")
    }.map { $0 ?? 815 }
  }
}

extension PositionalDefinition {
  fileprivate static let demoFolder = PositionalDefinition(
    "DIR", help: "the folder to create; default: a temporary one", isOptional: true,
    completion: .directory)
}

extension OptionDefinition {
  fileprivate static let participants = OptionDefinition(
    "participants", valueName: "N", help: "the number of participants; default: 815")
  fileprivate static let demoFormat = OptionDefinition(
    "format", help: "the format of the data files; default: csv", choices: LineFormat.self)
}
