import Documents
import Analysis
import Instruments
import Text

/// The report of `outcomes responders`.
package struct RespondersReport: Reportable {
  private let analysis: ResponderAnalysis
  private let disclosure: Disclosure

  package init(_ analysis: ResponderAnalysis, _ disclosure: Disclosure = .everything) {
    self.analysis = analysis
    self.disclosure = disclosure
  }

  package var document: Document {
    Document(
      title: "\(analysis.program): who changed by \(followUp), as of \(analysis.selection.moment)",
      blocks: [.paragraph(opening)] + disclosure.note + analysis.measures.flatMap(blocks) + combined
        + [
          ResponderNotes.block(
            for: analysis, withProportions: disclosure.policy == nil)
        ])
  }

  package var table: Table { ResponderRows(analysis: analysis, disclosure: disclosure).table }

  package var json: JSONValue {
    ResponderJSON(analysis: analysis, disclosure: disclosure).document
  }

  private var followUp: String {
    analysis.timepoint?.id.rawValue ?? "each participant's last follow-up"
  }

  /// The follow-up as a column head.
  private var followUpColumn: String { analysis.timepoint?.id.rawValue ?? "last follow-up" }

  private var opening: String {
    let cohort = DisclosedRow(disclosure, CountPlace())
    let noun = analysis.enrolled == 1 ? "participant" : "participants"
    return
      (["\(cohort.text(.enrolled, analysis.enrolled)) \(noun) enrolled."]
      + analysis.selection.sentences + [
        "Each participant's own change, among those scored at both times. There is no comparison"
          + " group: scores also change for other reasons."
      ]).joined(separator: " ")
  }

  private func blocks(of measure: MeasureResponders) -> [Block] {
    let place = analysis.place(of: measure)
    let row = DisclosedRow(disclosure, place, basis: .pairs)
    let heading = Block.heading(measure.instrument.name + measure.group.title)
    let pairs = row.text(.pairs, measure.pairs) + " scored at both times."
    guard measure.pairs > 0 || !row.shows(.pairs) else { return [heading, .paragraph(pairs)] }
    let table = ResponderTable(disclosure: disclosure)
    var blocks = [heading, .paragraph(pairs + criteria(of: measure))]
    if !measure.rules.isEmpty { blocks.append(.table(table.rules(measure, place))) }
    blocks += table.categories(measure, place).map(Block.table)
    blocks += table.proportions(measure, at: followUpColumn).map(Block.table)
    if disclosure.policy == nil, measure.group == nil, let table = table.agreements(measure) {
      blocks.append(.table(table))
    }
    return blocks
  }

  /// The criteria for change; groups refer to those of the whole cohort.
  private func criteria(of measure: MeasureResponders) -> String {
    guard measure.group == nil else { return " Judged by the same criteria as the whole cohort." }
    let row = DisclosedRow(disclosure, analysis.place(of: measure), basis: .pairs)
    let sentences = ChangeCriteriaSentences(measure: measure, question: analysis.question, row: row)
    return " " + sentences.text + (sentences.cutoffs.map { " " + $0 } ?? "")
  }

  private var combined: [Block] {
    let table = ResponderTable(disclosure: disclosure)
    guard disclosure.policy == nil else {
      return [
        .paragraph(
          "Left out of what is shared: the numbers at caseness or in a band at each time, the"
            + " agreement between rules, and the criteria of NHS Talking Therapies and of HEDIS.")
      ]
    }
    return analysis.talkingTherapies.flatMap { CombinedOutcomes.blocks(of: $0, table) }
      + analysis.depression.flatMap { CombinedOutcomes.blocks(of: $0, table, at: followUp) }
  }
}
