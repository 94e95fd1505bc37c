import Documents
import Analysis
import Text

/// The document of `outcomes attrition --format json`, schema “outcomes.attrition/1”.
struct AttritionJSON {
  let summary: AttritionSummary
  let disclosure: Disclosure

  var document: JSONValue {
    var object = DisclosedObject()
    object.add("schema", .string("outcomes.attrition/1"))
    object.add("program", .string(summary.program))
    for member in summary.selection.momentMembers + disclosure.members {
      object.add(member.key, member.value)
    }
    let row = DisclosedRow(disclosure, CountPlace())
    object.add("enrolled", row.people(.enrolled, summary.enrolled))
    add("withdrawals", withdrawals, to: &object)
    let leftOut = LeftOutOfUse(count: summary.withdrawnFromUse).member
    add(leftOut.key, leftOut.value, to: &object)
    object.add("flows", .array(summary.flows.map(flow)))
    object.add("table1", BaselineFields.json(summary.baseline, disclosure))
    object.add("table1_differences", BaselineFields.differences(summary.baseline, disclosure))
    return object.json
  }

  private var withdrawals: JSONValue {
    .array(
      summary.withdrawals.map {
        .object(["reason": .string($0.reason), "participants": .integer($0.participants)])
      })
  }

  private func flow(_ flow: ParticipantFlow) -> JSONValue {
    var object = DisclosedObject()
    let row = DisclosedRow(disclosure, CountPlace(group: flow.group))
    object.add(AttritionFields.place, of: flow, row)
    if let group = flow.group { object.add("group", GroupFields.json(of: group)) }
    object.add("timepoints", .array(flow.timepoints.map { timepoint($0, of: flow) }))
    add("patterns", patterns(of: flow), to: &object)
    for (key, count) in [
      ("complete", flow.patterns.complete), ("monotone", flow.patterns.monotone),
      ("intermittent", flow.patterns.intermittent),
      ("never_scored", flow.patterns.neverScored),
    ] {
      object.add(key, row.cell(.integer(count), .extreme))
    }
    return object.json
  }

  private func patterns(of flow: ParticipantFlow) -> JSONValue {
    .array(
      flow.patterns.patterns.map { pattern in
        .object([
          "scored": .array(
            zip(flow.timepoints, pattern.isScored).filter(\.1).map {
              .string($0.0.timepoint.id.rawValue)
            }),
          "participants": .integer(pattern.participants),
        ])
      })
  }

  private func timepoint(
    _ point: ParticipantFlow.AtTimepoint, of flow: ParticipantFlow
  ) -> JSONValue {
    let counts = DisclosedRow(disclosure, flow.place(point), basis: .pairs)
    let lost = DisclosedRow(disclosure, flow.place(point), basis: .lost)
    var object = DisclosedObject()
    object.add(SummaryFields.timepoint, of: point.timepoint, counts)
    object.add(
      SummaryFields.enrolled, of: point.denominators,
      DisclosedRow(disclosure, CountPlace(group: flow.group)))
    object.add(AttritionFields.assessed, of: point.denominators, counts)
    object.add(AttritionFields.analyzed, of: point, counts)
    object.add(SummaryFields.absences, of: point.denominators, counts)
    object.add(AttritionFields.stayed, of: point.comparison, counts)
    object.add(AttritionFields.lost, of: point.comparison, lost)
    add("attributes", attributes(point, counts), to: &object)
    return object.json
  }

  private func attributes(
    _ point: ParticipantFlow.AtTimepoint, _ row: DisclosedRow
  ) -> JSONValue {
    .array(
      (point.comparison?.attributes ?? []).map { attribute in
        var object = DisclosedObject()
        object.add(AttritionFields.attribute, of: attribute, row)
        return object.json
      })
  }

  /// Adds numbers that are not among the disclosed counts; shared output hides them.
  private func add(_ key: String, _ numbers: JSONValue, to object: inout DisclosedObject) {
    if disclosure.policy == nil {
      object.add(key, numbers)
    } else {
      object.add(key, .suppressed)
    }
  }
}
