import Documents
import Analysis
import Instruments
import Records
import Text

/// The report of `outcomes benchmark`.
package struct BenchmarkReport: Reportable {
  private let summary: CohortSummary
  private let benchmarks: [Benchmark]
  private let comparisons: [BenchmarkComparison]
  private let groups: [SavingsAnalysis.Part]
  private let disclosure: Disclosure

  /// - Parameters:
  ///   - summary: the summary of the selected cohort and, where there are any, of its groups.
  ///   - savings: the savings of the groups, in their order.
  ///   - benchmarks: the benchmarks to compare with, in printing order.
  ///   - known: the instruments that benchmarks may name.
  ///   - disclosure: the numbers that may be shown.
  package init(
    _ summary: CohortSummary, savings: [SavingsAnalysis.Part] = [],
    beside benchmarks: [Benchmark], known: [Instrument], _ disclosure: Disclosure = .everything
  ) {
    groups = savings
    self.summary = summary
    self.disclosure = disclosure
    self.benchmarks = benchmarks
    comparisons = BenchmarkComparison.all(
      of: summary.measures, beside: benchmarks, known: known, disclosure.roundingPolicy)
  }

  package var document: Document {
    let title =
      "\(summary.program): compared with published figures as of \(summary.selection.moment)"
    guard !comparisons.isEmpty else {
      return Document(
        title: title,
        blocks: [
          .paragraph(
            "No published figure is for a questionnaire and a timepoint that this program uses."
              + " `--with FILE` adds others.")
        ])
    }
    let conditions = summary.selection.sentences.joined(separator: " ")
    return Document(
      title: title,
      blocks: (conditions.isEmpty ? [] : [.paragraph(conditions)]) + disclosure.note
        + Benchmark.Group.allCases.flatMap(blocks) + savings + groups.flatMap(blocks)
        + [Self.reading, sources])
  }

  /// One row for each published figure.
  package var table: Table { BenchmarkRows.table(of: comparisons, disclosure) }

  package var json: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.benchmark/1")),
        JSONMember("program", .string(summary.program)),
      ] + summary.selection.momentMembers + disclosure.members + [
        JSONMember("comparisons", table.json), JSONMember("savings", savingsJSON),
      ])
  }

  private var savingsJSON: JSONValue {
    .object(
      SavingsJSON(summary.savings, disclosure).members + [
        JSONMember("published", .number(BuiltInBenchmarks.publishedSavings)),
        JSONMember("published_currency", .string("USD")),
        JSONMember(
          "groups",
          .array(
            groups.map { part in
              .object(
                GroupFields.member(of: part.group) + SavingsJSON(part.savings, disclosure).members)
            })),
      ])
  }

  private func blocks(for group: Benchmark.Group) -> [Block] {
    let some = comparisons.filter { $0.benchmark.group == group && $0.group == nil }
    guard !some.isEmpty else { return [] }
    let heading =
      switch group {
      case .program: "Compared with programs"
      case .waitingList: "Compared with people on waiting lists"
      case .comparison: "Compared with people who received something else"
      }
    // A sentence cannot hide one of its numbers, so it is left out.
    let sentences = some.filter { disclosure.policy == nil || $0.row(disclosure).showsExactly }
      .compactMap(BenchmarkSentence.sentence)
    return [
      .heading(heading), .table(BenchmarkTable.table(of: some, namesBenchmark: true, disclosure)),
    ]
      + (sentences.isEmpty ? [] : [.notes("In words", sentences)])
  }

  private var savings: [Block] {
    guard let estimate = summary.savings, estimate.pairs.perParticipant != nil else { return [] }
    let sentences = SavingsSentences(estimate, disclosure)
    return [.heading("Estimated savings"), .paragraph(sentences.headline), sentences.comparison]
  }

  /// One group of the cohort: its change compared with all figures, and its estimated saving.
  private func blocks(for part: SavingsAnalysis.Part) -> [Block] {
    let some = comparisons.filter { $0.group == part.group }
    guard let group = part.group, !some.isEmpty else { return [] }
    let headline = part.savings.map { SavingsSentences($0, disclosure).headline }
    return [
      .heading(group.title),
      .table(BenchmarkTable.table(of: some, namesBenchmark: true, disclosure)),
    ] + [headline].compactMap(\.self).map(Block.paragraph)
  }

  private static let reading = Block.notes(
    "How to read this",
    [
      "here: percent change of the means of the same participants, with Fieller's interval, at the"
        + " follow-up nearest to the published day, at most 14 days from it.",
      "smaller, larger: the interval excludes the published figure. unclear: the interval"
        + " includes it, which does not mean that the two are equal. Only this cohort's"
        + " uncertainty is counted, not that of the published figure, so “smaller” and “larger”"
        + " may claim too much.",
      "no verdict is given with fewer than \(BenchmarkComparison.fewestPairs) pairs, or without an"
        + " interval, such as when all changes are equal.",
      "people often join when they feel worst, and then feel better even without a program"
        + " (regression to the mean and recovery). A change no larger than a waiting list's tells"
        + " you little.",
      "these are different people at a different time: a difference says nothing about either"
        + " program.",
      "percentages from two questionnaires are not comparable, even if both measure the same"
        + " thing.",
    ])

  private var sources: Block {
    let used = benchmarks.filter { benchmark in
      comparisons.contains { $0.benchmark == benchmark }
    }
    return .notes(
      "Sources of the published figures",
      used.map { benchmark in
        let limits = benchmark.limits.map { "; \($0)" }.joined()
        return "\(benchmark.name): \(benchmark.source.text)\(limits)"
      })
  }
}
