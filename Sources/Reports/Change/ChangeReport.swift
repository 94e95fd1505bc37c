import Documents
import Analysis
import Text

/// The report of `outcomes change`.
package struct ChangeReport: Reportable {
  private let analysis: ChangeAnalysis
  private let disclosure: Disclosure

  package init(_ analysis: ChangeAnalysis, _ disclosure: Disclosure = .everything) {
    self.analysis = analysis
    self.disclosure = disclosure
  }

  package var document: Document {
    let title = "\(analysis.program): change as of \(analysis.selection.moment)"
    let row = DisclosedRow(disclosure, CountPlace())
    let noun = analysis.enrolled == 1 ? "participant" : "participants"
    let opening =
      ["\(row.text(.enrolled, analysis.enrolled)) \(noun) enrolled."]
      + analysis.selection.sentences + [
        "Before-and-after change, without a comparison group."
      ]
    return Document(
      title: title,
      blocks: [.paragraph(opening.joined(separator: " "))] + disclosure.note
        + analysis.measures.flatMap { MeasureChangeBlocks(measure: $0, disclosure).blocks }
        + differences + [ChangeNotes.block])
  }

  package var table: Table { ChangeRows(analysis: analysis, disclosure: disclosure).table }

  package var json: JSONValue { ChangeJSON(analysis: analysis, disclosure: disclosure).document }

  private var differences: [Block] {
    guard !analysis.differences.isEmpty else { return [] }
    return [
      .heading("Difference in change between groups"),
      .table(DifferenceTable.table(of: analysis.differences, disclosure)),
    ]
  }
}
