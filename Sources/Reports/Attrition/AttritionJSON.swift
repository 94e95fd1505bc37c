import Analysis
import Text

/// The document of `outcomes attrition --format json`, schema “outcomes.attrition/1”.
enum AttritionJSON {
  static func document(of summary: AttritionSummary) -> JSONValue {
    .object([
      "schema": .string("outcomes.attrition/1"),
      "program": .string(summary.program),
      "as_of": .string(summary.selection.asOf.description),
      "enrolled": .integer(summary.enrolled),
      "withdrawals": .array(
        summary.withdrawals.map {
          .object([
            "reason": .string($0.reason), "participants": .integer($0.participants),
          ])
        }),
      "flows": .array(summary.flows.map(flow)),
    ])
  }

  private static func flow(_ flow: ParticipantFlow) -> JSONValue {
    .object(
      AttritionFields.place.members(of: flow) + GroupFields.member(of: flow.group) + [
        JSONMember("timepoints", .array(flow.timepoints.map(timepoint))),
        JSONMember(
          "patterns",
          .array(
            flow.patterns.patterns.map { pattern in
              .object([
                "scored": .array(
                  zip(flow.timepoints, pattern.isScored).filter(\.1).map {
                    .string($0.0.timepoint.id.rawValue)
                  }),
                "participants": .integer(pattern.participants),
              ])
            })),
        JSONMember("complete", .integer(flow.patterns.complete)),
        JSONMember("monotone", .integer(flow.patterns.monotone)),
        JSONMember("intermittent", .integer(flow.patterns.intermittent)),
      ])
  }

  private static func timepoint(_ point: ParticipantFlow.AtTimepoint) -> JSONValue {
    .object(
      SummaryFields.timepoint.members(of: point.timepoint)
        + AttritionFields.counts.members(of: point)
        + AttritionFields.comparison.members(of: point.comparison) + [
          JSONMember(
            "attributes",
            .array(
              (point.comparison?.attributes ?? []).map {
                .object(AttritionFields.attribute.members(of: $0))
              }))
        ])
  }
}
