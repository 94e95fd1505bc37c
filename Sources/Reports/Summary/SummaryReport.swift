import Documents
import Analysis
import Records
import Text

/// The report of `outcomes summary`.
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
      let empty =
        summary.selection.conditions.isEmpty
        ? "No participants yet. Add the first one with `outcomes enroll ID`."
        : "No participant enrolled by this date has these values. "
          + summary.selection.sentences.joined(separator: " ")
      return Document(title: title, blocks: [.paragraph(empty)])
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
      sentences.append(row.text(.withdrawnByNow, summary.withdrawn) + " withdrew.")
    }
    sentences += summary.selection.sentences
    return [
      .paragraph(sentences.joined(separator: " ")),
      .paragraph(
        "Change is a participant's score minus the same participant's baseline score. It covers"
          + " only participants scored at both times, so it may not equal the difference between"
          + " two mean scores. There is no comparison group: scores also change for other"
          + " reasons, and people who join when they feel worst often feel better later."),
    ]
  }

  private var published: [Block] {
    let study = BuiltInBenchmarks.publishedStudy
    let comparisons = BenchmarkComparison.all(
      of: summary.measures.filter { $0.group == nil }, beside: [study],
      known: summary.measures.map(\.instrument), disclosure.roundingPolicy)
    guard !comparisons.isEmpty else { return [] }
    return [
      .heading("Compared with the published study"),
      .table(BenchmarkTable.table(of: comparisons, namesBenchmark: false, disclosure)),
      .paragraph(
        "Published: \(study.source.text). These are different people at a different time, so a"
          + " difference says nothing about either program. See `outcomes benchmark` for more."),
    ]
  }

  private var savings: [Block] {
    let heading = Block.heading("Estimated savings")
    guard let estimate = summary.savings else {
      return [
        heading,
        .paragraph("No estimate without a rate: `outcomes savings` explains what is needed."),
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
