import Analysis
import Text

/// The document of `outcomes summary --format json`, schema “outcomes.summary/1”.
enum SummaryJSON {
  static func document(of summary: CohortSummary) -> JSONValue {
    let cohort: JSONValue = .object([
      "enrolled": .integer(summary.enrolled), "withdrawn": .integer(summary.withdrawn),
    ])
    let savings: JSONValue =
      summary.savings.map { .object(SavingsJSON.members(of: $0)) } ?? .null
    return .object(
      [
        JSONMember("schema", .string("outcomes.summary/1")),
        JSONMember("program", .string(summary.program)),
      ] + summary.selection.momentMembers + [
        JSONMember("cohort", cohort),
        JSONMember("measures", .array(summary.measures.map(measure))),
        JSONMember("savings", savings),
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
