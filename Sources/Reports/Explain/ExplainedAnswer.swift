import Documents
import Analysis
import Records
import Text

/// The answer of a command, with the analyses needed to find the participants behind its numbers.
package struct ExplainedAnswer: Sendable {
  /// The answer as JSON.
  let document: JSONValue
  /// All numbers of the document, in its order.
  let numbers: [DocumentNumber]
  /// The columns of numbers of its tables and of its CSV file.
  let columns: [Column]
  private let responders: ResponderAnalysis?
  private let models: ModelAnalysis?

  /// - Parameters:
  ///   - responders: the analysis behind the answer, where it judges single participants.
  ///   - models: the analysis behind the answer, where it fits models.
  package init(
    _ answer: some Reportable, responders: ResponderAnalysis? = nil, models: ModelAnalysis? = nil
  ) {
    document = answer.json
    numbers = DocumentNumber.all(in: document)
    columns = Self.columns(of: answer)
    self.responders = responders
    self.models = models
  }

  /// The keys of the numbers under each column heading.
  var headings: [String: Set<String>] {
    columns.reduce(into: [:]) { headings, column in
      for heading in [column.title] + column.csvNames {
        headings[heading, default: []].formUnion(column.numbers)
      }
    }
  }

  private static func columns(of answer: some Reportable) -> [Column] {
    let tables = answer.document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return (tables + [answer.table]).flatMap(\.columns).filter { $0.alignment == .trailing }
  }

  /// The participants behind a number.
  /// - Parameter selection: the participants that the command selected; its groups are ignored.
  /// - Returns: nil where the number does not depend on participants.
  func participants(
    behind number: DocumentNumber, in table: CohortColumns, _ selection: CohortSelection
  ) -> ParticipantList? {
    criterion(of: number).flatMap {
      Self.participants($0, at: number.place, in: table, selection)
    }
  }

  /// The criterion for the participants that a number includes; nil where it does not depend on
  /// participants.
  func criterion(of number: DocumentNumber) -> InclusionCriterion? {
    number.formula?.people?.criterion(number, self)
  }

  /// The participants that a criterion includes.
  /// - Parameter place: the place of the number.
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

  /// The models of a number's instrument, of the whole cohort or by group.
  func model(of number: DocumentNumber) -> MeasureModel? {
    models?.measures.first {
      $0.instrument.id.rawValue == number.place.instrument
        && $0.groupedBy == number.text("grouped_by")
    }
  }

  /// The participants in the model that a number belongs to; nil where it could not be fitted.
  func inModel(_ number: DocumentNumber) -> InclusionCriterion? {
    let model = model(of: number)
    let included =
      number.path.contains("growth.")
      ? try? model?.growth?.get().included : try? model?.repeatedMeasures.get().included
    return included?.ofEverybody
  }

  /// The participants whose standard deviation changes are judged by, from the whole cohort; nil
  /// where it was given.
  /// - Parameter number: a number of a measure of responders.
  func spread(of number: DocumentNumber) -> InclusionCriterion? {
    switch responders?.question.spread {
    case .pairs: .paired.ofEverybody
    case .allBaselines: .scored.atBaseline.ofEverybody
    case .given, nil: nil
    }
  }

  /// The participants whose answers the reliability was computed from, from the whole cohort; nil
  /// where it was not computed from answers.
  func reliability(of number: DocumentNumber) -> InclusionCriterion? {
    number.neighbors["reliability_forms"] == nil
      ? nil : .completeForms.atBaseline.ofEverybody
  }

  /// The row of outcomes that a number belongs to. Its criterion is the same in every group.
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

  /// The criterion of the cell that a number has in the table of two rules.
  func agreement(of number: DocumentNumber) -> InclusionCriterion? {
    let verdicts = number.texts["cell"]?.compactMap(ChangeVerdict.init) ?? []
    let agreement = measure(of: number)?.agreements.first {
      $0.first.threshold.label == number.text("first")
        && $0.second.threshold.label == number.text("second")
    }
    guard verdicts.count == 2, let agreement else { return nil }
    return .verdicts(verdicts[0], verdicts[1], by: agreement)
  }

  /// The class of scores that a number of paired proportions belongs to.
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
