import Analysis
import Text

/// The document of `outcomes summary --format json`, schema “outcomes.summary/1”.
enum SummaryJSON {
  static func document(of summary: CohortSummary) -> JSONValue {
    .object([
      "schema": .string("outcomes.summary/1"),
      "program": .string(summary.program),
      "as_of": .string(summary.selection.asOf.description),
      "cohort": .object([
        "enrolled": .integer(summary.enrolled), "withdrawn": .integer(summary.withdrawn),
      ]),
      "measures": .array(summary.measures.map(measure)),
      "savings": summary.savings.map { .object(SavingsJSON.members(of: $0)) } ?? .null,
    ])
  }

  private static func measure(_ measure: MeasureSummary) -> JSONValue {
    .object(
      SummaryFields.measure.members(of: measure) + GroupFields.member(of: measure.group) + [
        JSONMember("timepoints", .array(measure.timepoints.map(timepoint)))
      ])
  }

  private static func timepoint(_ point: MeasureSummary.AtTimepoint) -> JSONValue {
    .object(
      SummaryFields.timepoint.members(of: point.timepoint)
        + SummaryFields.scores.members(of: point.scores)
        + [JSONMember("missing", .object(SummaryFields.absences.members(of: point.ledger)))]
        + SummaryFields.outsideWindow.members(of: point.ledger)
        + [
          JSONMember(
            "change",
            point.change.map { .object(SummaryFields.change.members(of: $0)) } ?? .null)
        ])
  }
}
