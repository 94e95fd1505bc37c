import Documents
import Analysis
import Text

/// The report of `outcomes attrition`.
package struct AttritionReport: Reportable {
  private let summary: AttritionSummary
  private let disclosure: Disclosure

  package init(_ summary: AttritionSummary, _ disclosure: Disclosure = .everything) {
    self.summary = summary
    self.disclosure = disclosure
  }

  package var document: Document {
    let row = DisclosedRow(disclosure, CountPlace())
    let noun = summary.enrolled == 1 ? "participant" : "participants"
    let opening =
      ["\(row.text(.enrolled, summary.enrolled)) \(noun) enrolled."] + summary.selection.sentences
    return Document(
      title: "\(summary.program): who is counted as of \(summary.selection.moment)",
      blocks: [.paragraph(opening.joined(separator: " "))] + disclosure.note
        + (disclosure.policy == nil ? withdrawals : []) + leftOut.blocks
        + (summary.enrolled > 0 ? summary.flows.flatMap(blocks) : []) + [Self.notes])
  }

  package var table: Table { AttritionRows(summary: summary, disclosure: disclosure).table }

  package var json: JSONValue { AttritionJSON(summary: summary, disclosure: disclosure).document }

  private var withdrawals: [Block] {
    guard !summary.withdrawals.isEmpty else {
      return summary.enrolled > 0 ? [.paragraph("No participant withdrew.")] : []
    }
    return [
      .table(
        Table(
          caption: "Why participants withdrew, as entered",
          columns: [Column("reason", .leading), Column("participants")],
          rows: summary.withdrawals.map {
            [.text($0.reason.isEmpty ? "no reason given" : $0.reason), .integer($0.participants)]
          }))
    ]
  }

  package var remarks: [String] { leftOut.sentences }

  /// Nobody where small numbers are hidden.
  private var leftOut: LeftOutOfUse {
    LeftOutOfUse(count: disclosure.policy == nil ? summary.withdrawnFromUse : 0)
  }

  private func blocks(of flow: ParticipantFlow) -> [Block] {
    let heading = Block.heading(flow.instrument.heading + flow.groupTitle)
    let tables: [Block] = [
      .table(FlowTable.flow(flow, disclosure)), .table(FlowTable.losses(flow, disclosure)),
      .table(FlowTable.baseline(flow, disclosure)),
    ]
    // The rest shows numbers that are not among the disclosed counts.
    guard disclosure.policy == nil else { return [heading] + tables }
    return [heading, .diagram(FlowDiagram.lines(of: flow))] + tables
      + (FlowTable.attributes(flow).map { [.table($0)] } ?? []) + patterns(of: flow)
  }

  private func patterns(of flow: ParticipantFlow) -> [Block] {
    let patterns = flow.patterns
    let count = ReadableNumber.integer
    return [
      .table(FlowTable.patterns(flow)),
      .notes(
        "With and without gaps",
        [
          "\(count(patterns.complete)) scored at every timepoint",
          "\(count(patterns.monotone - patterns.complete)) scored at baseline and without a gap,"
            + " but not up to the last timepoint",
          "\(count(patterns.intermittent)) with a gap: not scored at some timepoint, but scored"
            + " later",
          "\(count(patterns.neverScored)) never scored",
        ]),
    ]
  }

  private static let notes = Block.notes(
    "How to read this",
    [
      "–: not scored. not closed: not scored so far, and the window has not closed: it is open, or"
        + " opens later. due: all others: scored, or withdrawn before the window closed, or the"
        + " window has closed. lost: lost to follow-up (due but not scored).",
      "assessed: with answers or a total; too few: assessed, but with too few answers to score;"
        + " missed: the window closed without an assessment; outside: left out by --in-window.",
      "analyzed: scored at baseline too, so that change can be computed.",
      "baseline scores of those who stayed and those lost to follow-up: everyone with such a score.",
      "difference: mean of those lost − mean of those who stayed, over √((sd² + sd²) / 2); for"
        + " shares, the same with their binomial sd (Austin 2009, Statistics in Medicine"
        + " 28:3083-3107, doi 10.1002/sim.3697). Beyond ±0.1 the two are often considered"
        + " imbalanced.",
      "Items of STROBE (Strengthening the Reporting of Observational Studies in Epidemiology) that"
        + " this answers: 13a (numbers at each stage, from enrollment on), 13b and 13c (reasons,"
        + " diagram), 14b (missing by variable). For 12c and 12d (how missing data and loss to"
        + " follow-up were addressed) see `outcomes models`.",
    ])
}

extension ParticipantFlow {
  /// ` (site = North)`, or an empty string for the whole cohort.
  var groupTitle: String { group.map { " (\($0.attribute) = \($0.words))" } ?? "" }
}
