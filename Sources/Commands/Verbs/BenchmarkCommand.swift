import Analysis
import Instruments
import Records
import Reports
import Storage
import Text

extension Command {
  /// `outcomes benchmark`
  static let benchmark = Command(
    CommandDefinition(
      "benchmark", group: .evaluate, summary: "The cohort's change beside published figures",
      discussion:
        "Puts the percent change of the cohort beside that of the published study, and beside what "
        + "happened to people on waiting lists, who had no program at all. A file adds figures of "
        + "your own: a JSON object with schema “\(Benchmark.schema)”, name, group (program, "
        + "waiting_list or comparison), source, limits, and figures with instrument, day and "
        + "percent_change, or baseline_mean and followup_mean.",
      options: [.published, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .where, .verify],
      examples: [
        CommandExample("outcomes benchmark", "Beside the figures that come with the program"),
        CommandExample("outcomes benchmark --with ours-2025.json", "And beside last year's report"),
      ])
  ) { arguments, world throws(Refusal) in
    let question = try CohortQuestion(arguments, world)
    let published = try benchmarks(arguments, world)
    let table = try await question.table()
    let summary = await CohortSummary(table, question.selection)
    let disclosure = try await question.disclosure(of: summary)
    try Output(arguments, world).print(
      BenchmarkReport(
        summary, beside: published, known: knownInstruments(of: question.open.program), disclosure))
    return .done
  }

  /// The published figures that come with the program, and those of the files that were named.
  /// - Throws: every problem of every file.
  static func benchmarks(_ arguments: ParsedArguments, _ world: World) throws(Refusal)
    -> [Benchmark]
  {
    BuiltInBenchmarks.all
      + (try benchmarks(inFiles: arguments.values(of: .published), world))
  }

  /// The instruments that published figures may name: the program's own, then the others.
  static func knownInstruments(of program: Program) -> [Instrument] {
    let own = program.instruments
    return own
      + BuiltInInstruments.all.filter { builtIn in !own.contains { $0.id == builtIn.id } }
  }

  /// - Throws: every problem of every file.
  private static func benchmarks(
    inFiles names: [String], _ world: World
  ) throws(Refusal) -> [Benchmark] {
    var benchmarks: [Benchmark] = []
    var problems: [Diagnostic] = []
    for name in names {
      do throws(Problems) {
        let bytes = try world.files.contents(of: world.absolutePath(name))
        let document = try JSONDocument.parse(bytes, file: name)
        benchmarks.append(try Benchmark(reading: document, file: name))
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw Refusal(.refused, problems) }
    return benchmarks
  }
}

extension OptionDefinition {
  static let published = OptionDefinition(
    "with", valueName: "FILE", help: "published figures of your own, as JSON",
    isRepeatable: true, completion: .file)
}
