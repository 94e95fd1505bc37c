import Documents
import Analysis
import Text

/// The document of `outcomes summary --format json`, schema “outcomes.summary/1”.
struct SummaryJSON {
  let summary: CohortSummary
  let disclosure: Disclosure

  var document: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.summary/1")),
        JSONMember("program", .string(summary.program)),
      ] + summary.selection.momentMembers + disclosure.members + [
        JSONMember("cohort", cohort),
        JSONMember("measures", .array(summary.measures.map(measure))),
        JSONMember(
          "savings",
          summary.savings.map { .object(SavingsJSON($0, disclosure).members) } ?? .null),
      ])
  }

  private var cohort: JSONValue {
    let row = DisclosedRow(disclosure, CountPlace())
    var object = DisclosedObject()
    object.add("enrolled", row.people(.enrolled, summary.enrolled))
    object.add("withdrawn", row.people(.withdrawnByNow, summary.withdrawn))
    return object.json
  }

  private func measure(_ measure: MeasureSummary) -> JSONValue {
    var object = DisclosedObject()
    object.add(
      SummaryFields.measure, of: measure,
      DisclosedRow(disclosure, CountPlace(group: measure.group)))
    for member in GroupFields.member(of: measure.group) { object.add(member.key, member.value) }
    object.add("timepoints", .array(measure.timepoints.map { timepoint($0, of: measure) }))
    return object.json
  }

  private func timepoint(
    _ point: MeasureSummary.AtTimepoint, of measure: MeasureSummary
  ) -> JSONValue {
    let row = DisclosedRow(disclosure, measure.place(point), basis: .scored)
    var missing = DisclosedObject()
    missing.add(SummaryFields.absences, of: point.denominators, row)
    var object = DisclosedObject()
    object.add(SummaryFields.timepoint, of: point.timepoint, row)
    object.add(SummaryFields.scores, of: point.scores, row)
    object.add(SummaryFields.due, of: point.denominators, row)
    object.add("missing", missing.json)
    object.add(SummaryFields.outsideWindow, of: point.denominators, row)
    object.add("change", change(point, of: measure))
    return object.json
  }

  private func change(
    _ point: MeasureSummary.AtTimepoint, of measure: MeasureSummary
  ) -> JSONValue {
    guard let change = point.change else { return .null }
    var object = DisclosedObject()
    object.add(
      SummaryFields.change, of: change,
      DisclosedRow(disclosure, measure.place(point), basis: .pairs))
    return object.json
  }
}
