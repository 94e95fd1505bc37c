import Documents
import Analysis
import Records
import Text

/// What `outcomes summary` prints.
package struct SummaryReport: Reportable {
  private let summary: CohortSummary
  private let disclosure: Disclosure

  package init(_ summary: CohortSummary, _ disclosure: Disclosure = .everything) {
    self.summary = summary
    self.disclosure = disclosure
  }

  package var document: Document {
    let title = "\(summary.program): summary as of \(summary.selection.moment)"
    guard summary.enrolled > 0 else {
      let nobody =
        summary.selection.conditions.isEmpty
        ? "Nobody is enrolled yet. `outcomes enroll ID` adds the first participant."
        : "Nobody enrolled by this day has these values. "
          + summary.selection.sentences.joined(separator: " ")
      return Document(title: title, blocks: [.paragraph(nobody)])
    }
    return Document(
      title: title,
      blocks: opening + disclosure.note + summary.measures.flatMap { $0.blocks(disclosure) }
        + published + savings
        + [ConventionNotes.block(for: summary.measures)])
  }

  package var table: Table { SummaryRows(summary: summary, disclosure: disclosure).table }

  package var json: JSONValue { SummaryJSON(summary: summary, disclosure: disclosure).document }

  private var opening: [Block] {
    let row = DisclosedRow(disclosure, CountPlace())
    let noun = summary.enrolled == 1 ? "participant" : "participants"
    var sentences = ["\(row.text(.enrolled, summary.enrolled)) \(noun) enrolled."]
    if summary.withdrawn > 0 || !row.shows(.withdrawnByNow) {
      sentences.append(row.text(.withdrawnByNow, summary.withdrawn) + " of them withdrew.")
    }
    sentences += summary.selection.sentences
    return [
      .paragraph(sentences.joined(separator: " ")),
      .paragraph(
        "Change is a participant's score minus the same participant's score at baseline. It is of those"
          + " scored at both times, so it need not equal the difference between two means of scores."
          + " There is no comparison group: scores also change for other reasons, and people who join"
          + " when they feel worst often feel better later."),
    ]
  }

  private var published: [Block] {
    let study = BuiltInBenchmarks.publishedStudy
    let comparisons = BenchmarkComparison.all(
      of: summary.measures.filter { $0.group == nil }, beside: [study],
      known: summary.measures.map(\.instrument), disclosure.roundingPolicy)
    guard !comparisons.isEmpty else { return [] }
    return [
      .heading("Beside the published study"),
      .table(BenchmarkTable.table(of: comparisons, namesBenchmark: false, disclosure)),
      .paragraph(
        "Published: \(study.source.text). These are other people at another time, so a difference"
          + " says nothing about either program. `outcomes benchmark` says more."),
    ]
  }

  private var savings: [Block] {
    let heading = Block.heading("Estimated savings")
    guard let estimate = summary.savings else {
      return [
        heading, .paragraph("No rate, no estimate: `outcomes savings` says what is needed."),
      ]
    }
    let together = summary.selection.groupedBy == nil ? "" : " All groups together."
    let sentences = SavingsSentences(estimate, disclosure)
    return [heading, .paragraph(sentences.headline + together)]
      + (estimate.hasPairs(disclosure)
        ? [sentences.uncertainty, sentences.lost].compactMap(\.self).map(Block.paragraph) + [
          sentences.caveats,
          .paragraph("`outcomes savings` shows the formula, the rate and its source."),
        ] : [])
  }
}
