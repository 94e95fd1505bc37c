import Documents
import Analysis
import Statistics
import Text

/// The document of `outcomes models --format json`, schema “outcomes.models/1”.
struct ModelJSON {
  let analysis: ModelAnalysis
  let disclosure: Disclosure

  var document: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.models/1")),
        JSONMember("program", .string(analysis.program)),
      ] + analysis.selection.momentMembers + disclosure.members + [
        JSONMember(
          "enrolled",
          DisclosedRow(disclosure, CountPlace()).people(.enrolled, analysis.enrolled).json),
        JSONMember(
          "degrees_of_freedom", .string(analysis.options.degreesOfFreedom.approximation.key)),
        JSONMember(
          "information", .string(analysis.options.degreesOfFreedom.information.rawValue)),
        JSONMember("baseline", .string(analysis.options.baseline.key)),
        JSONMember("reference", analysis.selection.reference.map(JSONValue.string) ?? .null),
        JSONMember("models", .array(analysis.measures.map(model))),
      ])
  }

  private func model(_ measure: MeasureModel) -> JSONValue {
    let disclosed = ModelDisclosure(disclosure, measure)
    var object = DisclosedObject()
    object.add(ModelFields.measure, of: measure, disclosed.rowOfParticipants)
    add(measure.leftOut, to: &object, disclosed)
    object.add(
      "mmrm",
      outcome(measure.repeatedMeasures, disclosed) {
        repeatedMeasures($0, measure.leftOut, $1)
      })
    object.add("growth", measure.growth.map { outcome($0, disclosed, growth) } ?? .null)
    object.add("missing_data", .array(measure.missing.map { missing($0, disclosed) }))
    return object.json
  }

  private func add(
    _ leftOut: LeftOut, to object: inout DisclosedObject, _ disclosed: ModelDisclosure
  ) {
    guard disclosed.showsEverything else { return }
    object.add(
      "timepoints_left_out",
      .array(
        leftOut.timepoints.map {
          .object([
            "timepoint": .string($0.timepoint.id.rawValue), "because": $0.because.json,
          ])
        }))
    object.add(
      "groups_left_out", .array(leftOut.groups.map { .string($0.group.value) }))
  }

  /// The model, or an object with only `not_fitted`.
  private func outcome<Model>(
    _ result: Result<Model, ModelObstacle>, _ disclosed: ModelDisclosure,
    _ json: (Model, ModelDisclosure) -> JSONValue
  ) -> JSONValue {
    switch result {
    case .success(let model): return json(model, disclosed)
    case .failure(let obstacle):
      guard disclosed.showsEverything else {
        return .object(["not_fitted": .null, "suppressed": .bool(true)])
      }
      return .object(["not_fitted": obstacle.json])
    }
  }

  private func repeatedMeasures(
    _ model: RepeatedMeasures, _ leftOut: LeftOut, _ disclosed: ModelDisclosure
  ) -> JSONValue {
    let timepoints = model.timepoints
    var object = DisclosedObject()
    object.add(ModelFields.fit, of: model.model.fit, disclosed.rowOfParticipants)
    object.add(ModelFields.leftOut, of: leftOut, disclosed.rowOfParticipants)
    object.add("timepoints", .array(timepoints.map { .string($0.id.rawValue) }))
    if disclosed.showsEverything {
      object.add(
        "covariance",
        matrix(timepoints.count) { model.model.fit.covariance[$0, $1] })
      object.add("correlation", matrix(timepoints.count) { model.model.correlation($0, $1) })
    }
    object.add(
      "means",
      .array(
        model.means.map { mean in
          let row = disclosed.row(mean.group, mean.timepoint)
          var object = DisclosedObject()
          for member in GroupFields.member(of: mean.group) { object.add(member.key, member.value) }
          object.add(SummaryFields.timepoint, of: mean.timepoint, row)
          object.add(ModelFields.means, of: mean, row)
          return object.json
        }))
    for (key, test) in [("any_change", model.anyChange), ("interaction", model.interaction)] {
      object.add(key, jointTest(test, disclosed.row(model.means[0].group, timepoints[0])))
    }
    object.add("differences", .array(model.differences.map { difference($0, disclosed) }))
    return object.json
  }

  private func difference(
    _ difference: RepeatedMeasures.Difference, _ disclosed: ModelDisclosure
  ) -> JSONValue {
    let row = disclosed.row(difference.group, difference.timepoint)
    var object = DisclosedObject()
    for (key, group) in [("group", difference.group), ("other", difference.other)] {
      object.add(key, GroupFields.member(of: group).first?.value ?? .null)
    }
    object.add(SummaryFields.timepoint, of: difference.timepoint, row)
    object.add(ModelFields.differences, of: difference, row)
    return object.json
  }

  private func jointTest(_ test: JointTest?, _ row: DisclosedRow) -> JSONValue {
    guard let test else { return .null }
    var object = DisclosedObject()
    object.add(ModelFields.jointTest, of: test, row)
    return object.json
  }

  private func growth(_ growth: GrowthLines, _ disclosed: ModelDisclosure) -> JSONValue {
    var object = DisclosedObject()
    object.add("random_effects", .string(growth.fitted.curve.randomEffects.key))
    object.add("singular", .bool(growth.fitted.curve.isSingular))
    object.add(
      "without_slopes",
      disclosed.showsEverything ? growth.withoutSlopes?.json ?? .null : .null)
    if disclosed.showsEverything {
      object.add("timepoints", .array(growth.timepoints.map { .string($0.id.rawValue) }))
    }
    add(growth.leftOut, to: &object, disclosed)
    object.add(ModelFields.leftOut, of: growth.leftOut, disclosed.rowOfParticipants)
    add(growth.fitted, of: growth, to: &object, disclosed)
    object.add(
      "random_intercepts",
      growth.randomIntercepts.map { simpler in
        var object = DisclosedObject()
        object.add("singular", .bool(simpler.curve.isSingular))
        add(simpler, of: growth, to: &object, disclosed)
        return object.json
      } ?? .null)
    return object.json
  }

  private func add(
    _ fitted: GrowthLines.Fitted, of growth: GrowthLines, to object: inout DisclosedObject,
    _ disclosed: ModelDisclosure
  ) {
    object.add(ModelFields.method, of: fitted.method, disclosed.rowOfParticipants)
    object.add(ModelFields.fit, of: fitted.curve.fit, disclosed.rowOfParticipants)
    object.add(ModelFields.varianceComponents, of: fitted.curve, disclosed.rowOfParticipants)
    object.add(
      "lines",
      .array(
        fitted.lines.map { line in
          var object = DisclosedObject()
          for member in GroupFields.member(of: line.group) { object.add(member.key, member.value) }
          object.add(
            ModelFields.lines, of: line, disclosed.row(line.group, growth.timepoints[0]))
          return object.json
        }))
  }

  private func missing(
    _ missing: MissingDataAnswers, _ disclosed: ModelDisclosure
  ) -> JSONValue {
    var object = DisclosedObject()
    object.add(
      SummaryFields.timepoint, of: missing.timepoint, disclosed.row(nil, missing.timepoint))
    object.add(
      "answers",
      .array(
        missing.answers.map { answer in
          var object = DisclosedObject()
          object.add("assumption", .string(answer.assumption.rawValue))
          object.add("participants", disclosed.participants(of: answer, at: missing.timepoint))
          object.add(
            ModelFields.answer, of: answer, disclosed.row(of: answer, at: missing.timepoint))
          return object.json
        }))
    object.add(ModelFields.lost, of: missing, disclosed.rowOfParticipants)
    return object.json
  }

  private func matrix(_ size: Int, _ element: (Int, Int) -> Double) -> JSONValue {
    .array((0..<size).map { row in .array((0..<size).map { .optional(element(row, $0)) }) })
  }
}

extension ModelObstacle {
  fileprivate var json: JSONValue {
    .object(["reason": .string(code), "message": .string(words)])
  }
}

extension DegreesOfFreedomMethod.Approximation {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .kenwardRoger: "kenward_roger"
    case .satterthwaite: "satterthwaite"
    }
  }
}

extension GrowthCurve.RandomEffects {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .intercept: "intercept"
    case .interceptAndSlope: "intercept_and_slope"
    }
  }
}

extension RepeatedMeasuresModel.Baseline {
  fileprivate var key: String {
    switch self {
    case .common: "common"
    case .separate: "separate"
    }
  }
}
