import Documents
import Analysis
import Instruments
import Text

/// The report of `outcomes responders --list`: each participant's change, for program staff.
package struct ParticipantChangesReport: Reportable {
  private let analysis: ResponderAnalysis

  package init(_ analysis: ResponderAnalysis) {
    self.analysis = analysis
  }

  package var document: Document {
    Document(
      title: "\(analysis.program): each participant's change, as of \(analysis.selection.moment)",
      blocks: rows.count == 0
        ? [.paragraph("No participant is scored at both times.")]
        : [.paragraph("For program staff only: not for sharing."), .streamed(rows)]
          + [ResponderNotes.block(for: analysis, withProportions: false)])
  }

  package var table: Table { rows.whole }

  package var people: StreamedTable? { rows }

  package var json: JSONValue { streamedJSON(rows).whole }

  package var membersBeforePeople: [JSONMember] {
    [
      JSONMember("schema", .string("outcomes.participant_changes/1")),
      JSONMember("program", .string(analysis.program)),
    ] + analysis.selection.momentMembers
  }

  /// One row for each participant and instrument.
  private var rows: StreamedTable {
    let columns = [
      Column("instrument", .leading), Column("timepoint", .leading), Column("baseline"),
      Column("follow-up", key: "followup"),
      Column("change"), Column("verdicts", .leading), Column("categories", .leading),
    ]
    let changes = analysis.participants
    let cells = changes?.changes.map(Self.cells) ?? []
    return StreamedTable(
      Column("participant", .leading),
      columns.enumerated().map { position, column in
        .init(column, cells: cells.map { $0[position] }, indices: changes?.numbers ?? [])
      }, count: changes?.count ?? 0
    ) { changes?.participant($0) ?? "" }
  }

  private static func cells(_ one: ParticipantChange) -> [Cell] {
    let decimals = ReadableNumber.decimals(for: [one.pair.baseline, one.pair.followUp])
    return [
      .text(one.instrument.id.rawValue), .text(one.timepoint.id.rawValue),
      .decimal(one.pair.baseline, decimals: decimals),
      .decimal(one.pair.followUp, decimals: decimals),
      .change(one.pair.change, decimals: decimals),
      .text(
        one.verdicts.map { "\($0.rule.threshold.label): \($0.verdict.rawValue)" }
          .joined(separator: "; ")),
      .text(
        one.categories.map { "\($0.line.label): \($0.category.rawValue)" }.joined(separator: "; ")),
    ]
  }
}
