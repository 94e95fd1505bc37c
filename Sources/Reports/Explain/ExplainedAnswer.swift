import Documents
import Analysis
import Records
import Text

/// What a command prints, with what it takes to say whom each of its numbers includes.
package struct ExplainedAnswer: Sendable {
  /// What the command prints as JSON.
  let document: JSONValue
  /// Every number of it, in its order.
  let numbers: [DocumentNumber]
  private let responders: ResponderAnalysis?
  private let models: ModelAnalysis?

  /// - Parameters:
  ///   - responders: what the answer is made of, where it judges single participants.
  ///   - models: what the answer is made of, where it fits models.
  package init(
    _ answer: some Reportable, responders: ResponderAnalysis? = nil, models: ModelAnalysis? = nil
  ) {
    document = answer.json
    numbers = DocumentNumber.all(in: document)
    self.responders = responders
    self.models = models
  }

  /// The people behind a number.
  /// - Parameter selection: whom the command asked about; its groups are not looked at.
  /// - Returns: nil where the number has nothing to do with participants.
  func participants(
    behind number: DocumentNumber, in table: CohortColumns, _ selection: CohortSelection
  ) -> ParticipantList? {
    criterion(of: number).flatMap {
      Self.participants($0, at: number.place, in: table, selection)
    }
  }

  /// Whom a number includes; nil where it has nothing to do with participants.
  func criterion(of number: DocumentNumber) -> InclusionCriterion? {
    number.formula?.people?.criterion(number, self)
  }

  /// The people whom a criterion includes.
  /// - Parameter place: where the number stands.
  static func participants(
    _ criterion: InclusionCriterion, at place: DocumentNumber.Place, in table: CohortColumns,
    _ selection: CohortSelection
  ) -> ParticipantList? {
    var selection = selection
    if !criterion.isOfEverybody { selection.conditions += place.conditions }
    return ParticipantList(
      table, selection, criterion,
      instrument: table.program.instruments.firstIndex { $0.id.rawValue == place.instrument },
      followUp: table.program.timepoints.firstIndex { $0.id.rawValue == place.timepoint }
        .map(FollowUpChoice.timepoint)
        ?? (place.timepoint == FollowUpChoice.keyOfLast ? .lastOfEach : nil))
  }

  /// The models of a number's instrument, of everybody or with groups beside each other.
  func model(of number: DocumentNumber) -> MeasureModel? {
    models?.measures.first {
      $0.instrument.id.rawValue == number.place.instrument
        && $0.groupedBy == number.text("grouped_by")
    }
  }

  /// Everybody in the model that a number is of; nil where it could not be fitted.
  func inModel(_ number: DocumentNumber) -> InclusionCriterion? {
    let model = model(of: number)
    let included =
      number.path.contains("growth.")
      ? try? model?.growth?.get().included : try? model?.repeatedMeasures.get().included
    return included?.ofEverybody
  }

  /// The people whose spread changes are measured by, of everybody: nil where it was given.
  /// - Parameter number: of a measure of responders.
  func spread(of number: DocumentNumber) -> InclusionCriterion? {
    switch responders?.question.spread {
    case .pairs: .paired.ofEverybody
    case .allBaselines: .scored.atBaseline.ofEverybody
    case .given, nil: nil
    }
  }

  /// The people whose answers made the reliability, of everybody; nil where it was not made of any.
  func reliability(of number: DocumentNumber) -> InclusionCriterion? {
    number.neighbors["reliability_forms"] == nil
      ? nil : .completeForms.atBaseline.ofEverybody
  }

  /// The row of outcomes that a number stands in. It includes by the same rule in every group.
  func outcome(of number: DocumentNumber) -> OutcomeRow? {
    rows(of: number).first {
      $0.judgedBy == number.text("judged_by") && $0.label == number.text("label")
        && $0.value == number.neighbors["value"] && $0.outcome == number.text("outcome")
    }
  }

  private func rows(of number: DocumentNumber) -> [OutcomeRow] {
    switch number.path.prefix(while: { $0 != "." }) {
    case "talking_therapies": responders?.talkingTherapies.first?.outcomes ?? []
    case "depression": responders?.depression.first?.outcomes ?? []
    default: measure(of: number)?.outcomes ?? []
    }
  }

  /// The cell of a table of two rules that a number stands in.
  func agreement(of number: DocumentNumber) -> InclusionCriterion? {
    let verdicts = number.texts["cell"]?.compactMap(ChangeVerdict.init) ?? []
    let agreement = measure(of: number)?.agreements.first {
      $0.first.threshold.label == number.text("first")
        && $0.second.threshold.label == number.text("second")
    }
    guard verdicts.count == 2, let agreement else { return nil }
    return .verdicts(verdicts[0], verdicts[1], by: agreement)
  }

  /// The band, or the scores of cases, that a number of paired proportions is of.
  func scoreClass(of number: DocumentNumber) -> ScoreClass? {
    measure(of: number)?.proportions.map(\.scoreClass).first {
      $0.key == number.text("kind") && $0.label == number.text("label")
        && $0.scores == number.text("scores")
    }
  }

  private func measure(of number: DocumentNumber) -> MeasureResponders? {
    responders?.measures.first { $0.instrument.id.rawValue == number.place.instrument }
  }
}

extension DocumentNumber.Place {
  fileprivate var conditions: [CohortSelection.AttributeValue] { values.map(Self.value) }

  /// The value that `ATTRIBUTE=VALUE` names.
  static func value(_ text: String) -> CohortSelection.AttributeValue {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return .init(attribute: String(parts[0]), value: parts.dropFirst().joined())
  }
}
