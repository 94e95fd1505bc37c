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
        "Puts the percent change of the cohort beside that of the published study, and beside what "
        + "happened to people on waiting lists. A file adds figures of "
        + "your own: a JSON object with schema “\(Benchmark.schema)”, name, group (program, "
        + "waiting_list or comparison), source, limits, and figures with instrument, day and "
        + "percent_change, or baseline_mean and followup_mean.",
      options: [.published, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes benchmark", "Beside the figures that come with the program"),
        CommandExample("outcomes benchmark --with ours-2025.json", "And beside last year's report"),
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
  /// The published figures that come with the program, and those of the files that were named.
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
  /// The comparison for everybody asked about and for each group. Figures may name the program's
  /// own instruments and the built-in ones.
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
