import Arguments
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
        "Shows the percent change of the cohort beside that of the published study, and beside "
        + "that of people on waiting lists. A file adds figures of your own: a JSON object with "
        + "schema “\(Benchmark.schema)”, name, group (program, waiting_list or comparison), "
        + "source, limits, and figures with instrument, day and percent_change, or baseline_mean "
        + "and followup_mean.",
      options: [.published, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes benchmark", "Beside the built-in figures"),
        CommandExample(
          "outcomes benchmark --with ours-2025.json", "Beside last year's report as well"),
      ])
  ) { read, _ throws(Refusal) in
    let (question, published, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.benchmarks(), read.output())
    let table = try await question.table()
    let disclosure = try await question.disclosure(of: table)
    try output.print(
      await BenchmarkReport(table, question.selection, beside: published, disclosure))
    return .done
  }
}

extension ValueReader {
  /// Reads the built-in published figures and those in the files named.
  func benchmarks() -> Reading<[Benchmark]> {
    arguments.values(of: .published).map { name in
      Reading { () throws(Refusal) in
        let bytes = try refusing(try world.files.contents(of: world.absolutePath(name)))
        let document = try refusing(try JSONDocument.parse(bytes, file: name))
        return try refusing(try Benchmark(reading: document, file: name))
      }
    }.all().map { BuiltInBenchmarks.all + $0 }
  }
}

extension BenchmarkReport {
  /// Creates the comparison for the whole cohort and for each group. Figures can refer to the
  /// program's own instruments and the built-in ones.
  init(
    _ table: CohortColumns, _ selection: CohortSelection, beside published: [Benchmark],
    _ disclosure: Disclosure = .everything
  ) async {
    let own = table.program.instruments
    let others = BuiltInInstruments.all.filter { builtIn in
      !own.contains { $0.id == builtIn.id }
    }
    self.init(
      await CohortSummary(table, selection),
      savings: selection.groupedBy == nil ? [] : SavingsAnalysis(table, selection).groups,
      beside: published, known: own + others, disclosure)
  }
}

extension OptionDefinition {
  static let published = OptionDefinition(
    "with", valueName: "FILE", help: "published figures of your own, as JSON",
    isRepeatable: true, completion: .file)
}
