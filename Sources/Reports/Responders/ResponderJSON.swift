import Documents
import Analysis
import Instruments
import Text

/// The document of `outcomes responders --format json`, schema “outcomes.responders/1”.
struct ResponderJSON {
  let analysis: ResponderAnalysis
  let disclosure: Disclosure

  var document: JSONValue {
    let cohort = DisclosedRow(disclosure, CountPlace())
    var object = DisclosedObject()
    object.add("schema", .string("outcomes.responders/1"))
    object.add("program", .string(analysis.program))
    for member in analysis.selection.momentMembers + disclosure.members {
      object.add(member.key, member.value)
    }
    object.add("timepoint", .string(analysis.followUpKey))
    object.add("enrolled", cohort.people(.enrolled, analysis.enrolled))
    object.add("sd_from", .string(analysis.question.spread.key))
    let functional = analysis.question.functional
    object.add("norm_mean", .optional(functional?.mean))
    object.add("norm_sd", .optional(functional?.standardDeviation))
    object.add("measures", .array(analysis.measures.map(measure)))
    if disclosure.policy == nil {
      object.add("talking_therapies", .array(analysis.talkingTherapies.map(talkingTherapies)))
      object.add("depression", .array(analysis.depression.map(depression)))
    }
    return object.json
  }

  private func measure(_ measure: MeasureResponders) -> JSONValue {
    let place = analysis.place(of: measure)
    let row = DisclosedRow(disclosure, place, basis: .pairs)
    var object = DisclosedObject()
    object.add("instrument", .string(measure.instrument.id.rawValue))
    object.add("direction", .string(measure.instrument.direction.rawValue))
    for member in GroupFields.member(of: measure.group) { object.add(member.key, member.value) }
    object.add("pairs", row.people(.pairs, measure.pairs))
    // The criteria of the whole cohort, also in a group.
    let whole = DisclosedRow(disclosure, place.ofEverybody, basis: .pairs)
    object.add(ChangeCriteriaFields.all, of: measure, whole)
    let sentences = ChangeCriteriaSentences(
      measure: measure, question: analysis.question, row: whole)
    object.add("no_index_because", .optional(sentences.obstacle))
    object.add("reliable_by", .optional(measure.criteria.reliableRule?.kind.rawValue))
    object.add("outcomes", .array(measure.outcomes.map { outcome($0, place) }))
    if disclosure.policy == nil {
      object.add("paired_proportions", .array(measure.proportions.map { proportion($0, row) }))
      object.add("agreements", .array(measure.agreements.map(agreement)))
    }
    return object.json
  }

  private func outcome(_ row: OutcomeRow, _ place: CountPlace) -> JSONValue {
    var object = DisclosedObject()
    for (column, cell) in zip(OutcomeRow.columns, row.cells(disclosure, place)) {
      object.add(column.key, cell)
    }
    return object.json
  }

  private func proportion(_ proportion: ClassProportions, _ row: DisclosedRow) -> JSONValue {
    var object = DisclosedObject()
    object.add(ProportionFields.all, of: proportion, row)
    return object.json
  }

  private func agreement(_ agreement: RuleAgreement) -> JSONValue {
    .object([
      "first": .string(agreement.first.threshold.label),
      "second": .string(agreement.second.threshold.label),
      "verdicts": .array(ChangeVerdict.allCases.map { .string($0.rawValue) }),
      "counts": .array(agreement.counts.map { .array($0.map(JSONValue.integer)) }),
      "agreement": .optional(agreement.agreement?.proportion),
      "kappa": .optional(agreement.agreement?.kappa),
    ])
  }

  private func talkingTherapies(_ counts: TalkingTherapies) -> JSONValue {
    .object(
      GroupFields.member(of: counts.group) + [
        JSONMember("enrolled", .integer(counts.enrolled)),
        JSONMember("measured_at_baseline", .integer(counts.measuredAtBaseline)),
        JSONMember("finished", .integer(counts.finished)),
        JSONMember("at_caseness", .integer(counts.atCaseness)),
        JSONMember("outcomes", .array(counts.outcomes.map { outcome($0, CountPlace()) })),
      ])
  }

  private func depression(_ counts: DepressionResponse) -> JSONValue {
    .object(
      GroupFields.member(of: counts.group) + [
        JSONMember("raised", .integer(counts.raised)),
        JSONMember("due", .integer(counts.due)),
        JSONMember("outcomes", .array(counts.outcomes.map { outcome($0, CountPlace()) })),
      ])
  }
}

extension ResponderQuestion.Spread {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .pairs: "baseline_of_pairs"
    case .allBaselines: "all_baselines"
    case .given: "given"
    }
  }
}
