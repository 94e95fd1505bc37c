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
    let added = try benchmarks(inFiles: arguments.values(of: .published), world)
    let table = try await question.table()
    let summary = await CohortSummary(table, question.selection)
    let disclosure = try await question.disclosure(of: summary, table)
    let own = question.open.program.instruments
    let known =
      own
      + BuiltInInstruments.all.filter { builtIn in
        !own.contains { $0.id == builtIn.id }
      }
    try Output(arguments, world).print(
      BenchmarkReport(summary, beside: BuiltInBenchmarks.all + added, known: known, disclosure))
    return .done
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
  fileprivate static let published = OptionDefinition(
    "with", valueName: "FILE", help: "published figures of your own, as JSON",
    isRepeatable: true, completion: .file)
}
