import Documents
import Analysis
import Text

/// The document of `outcomes change --format json`, schema “outcomes.change/1”.
struct ChangeJSON {
  let analysis: ChangeAnalysis
  let disclosure: Disclosure

  var document: JSONValue {
    var object = DisclosedObject()
    object.add("schema", .string("outcomes.change/1"))
    object.add("program", .string(analysis.program))
    for member in analysis.selection.momentMembers + disclosure.members {
      object.add(member.key, member.value)
    }
    object.add(
      "enrolled", DisclosedRow(disclosure, CountPlace()).people(.enrolled, analysis.enrolled))
    object.add("measures", .array(analysis.measures.map(measure)))
    object.add("differences", .array(analysis.differences.map(difference)))
    return object.json
  }

  private func measure(_ measure: MeasureChange) -> JSONValue {
    let summary = measure.summary
    var object = DisclosedObject()
    object.add(
      SummaryFields.measure, of: summary,
      DisclosedRow(disclosure, CountPlace(group: summary.group)))
    if let group = summary.group { object.add("group", GroupFields.json(of: group)) }
    object.add(
      "timepoints",
      .array(zip(summary.timepoints, measure.details).map { timepoint($0, $1, of: summary) }))
    return object.json
  }

  private func timepoint(
    _ point: MeasureSummary.AtTimepoint, _ detail: TimepointDetail, of measure: MeasureSummary
  ) -> JSONValue {
    let row = DisclosedRow(disclosure, measure.place(point), basis: .scored)
    var object = DisclosedObject()
    object.add(SummaryFields.timepoint, of: point.timepoint, row)
    object.add(SummaryFields.scores, of: point.scores, row)
    object.add(ChangeFields.ends, of: detail.ends, row)
    object.add(ChangeFields.reliability, of: detail.reliability(disclosure), row)
    object.add("change", change(point, detail, of: measure))
    return object.json
  }

  private func change(
    _ point: MeasureSummary.AtTimepoint, _ detail: TimepointDetail, of measure: MeasureSummary
  ) -> JSONValue {
    guard let summary = point.change, let change = detail.change else { return .null }
    let row = DisclosedRow(disclosure, measure.place(point), basis: .pairs)
    var object = DisclosedObject()
    object.add(SummaryFields.change, of: summary, row)
    object.add(ChangeFields.sizes, of: summary, row)
    object.add(ChangeFields.beyondSummary, of: change, row)
    if disclosure.policy == nil {
      object.add(
        "apa",
        .optional(APASentence.sentence(for: summary, change, of: measure, at: point.timepoint)))
    }
    return object.json
  }

  private func difference(_ difference: GroupDifference) -> JSONValue {
    let row = difference.row(disclosure)
    var object = DisclosedObject()
    object.add("instrument", .string(difference.instrument.id.rawValue))
    object.add("timepoint", .string(difference.timepoint.id.rawValue))
    object.add("group", GroupFields.json(of: difference.group))
    object.add("against", difference.other.map { GroupFields.json(of: $0) } ?? .null)
    object.add(ChangeFields.difference, of: difference, row)
    return object.json
  }
}
