import Arguments
import Analysis
import Records
import Storage
import Text

/// The selection of a cohort that an evaluator typed: `--as-of`, `--as-known-at`, `--where`,
/// `--by`, `--in-window`, `--instrument`, `--share`.
struct CohortQuestion {
  let open: OpenProgram
  let selection: CohortSelection
  /// The positions in the program of the instruments that `--instrument` names; without it, of all.
  let instruments: [Int]
  /// The rules for small numbers; nil if the answer is not shared.
  let policy: SmallNumberPolicy?

  /// - Throws: all problems with the flags.
  init(_ read: ValueReader, in program: Reading<OpenProgram>) throws(Refusal) {
    let (open, asOf, conditions, groupedBy, reference, instruments) = try readAll(
      program, read.date(.asOf), read.conditions(in: program), read.groupedBy(in: program),
      read.reference(), read.instruments(.onlyInstrument, in: program))
    let knownAt = open.folder.knownAt
    self.open = open
    self.instruments = instruments
    policy =
      read.arguments.has(.share) ? SmallNumberPolicy(open.program.settings.privacy) : nil
    selection = CohortSelection(
      asOf: asOf ?? knownAt?.date ?? read.world.today(), knownAt: knownAt,
      alertsUntil: asOf.flatMap { $0 < read.world.today() ? Timestamp(endOf: $0) : nil },
      conditions: conditions,
      groupedBy: groupedBy, reference: reference, inWindowOnly: read.arguments.has(.inWindow),
      smallestGroup: policy?.minimum ?? 0)
  }

  /// Loads the cohort's columns and prints the notices about its files.
  /// - Parameters:
  ///   - keepsAnswers: true to include the answers.
  ///   - keepsAlerts: true to include the open alerts.
  func table(
    keepsAnswers: Bool = false, keepsAlerts: Bool = false
  ) async throws(Refusal) -> CohortColumns {
    let cohort = try await open.loadCohort(keepsAnswers: keepsAnswers, keepsAlerts: keepsAlerts)
    try refuseTooManyGroups(selection, in: cohort.table)
    open.say(cohort.notices)
    try refuseUnmatchedConditions(in: cohort.table.participants)
    try refuseUnknownReference(in: cohort.table)
    return cohort.table
  }

  /// Refuses values of `--where` that no participant has, since they are probably typing errors.
  private func refuseUnmatchedConditions(in participants: ParticipantColumns) throws(Refusal) {
    var isSelected = Array(repeating: true, count: participants.count)
    var problems: [Diagnostic] = []
    for condition in selection.conditions {
      guard let attribute = open.attributes.firstIndex(of: condition.attribute) else { continue }
      let names = participants.attributeNames[attribute]
      let codes = participants.attributeValues[attribute]
      let wanted = names.number(of: condition.value).map(Int32.init)
      if codes.contains(where: { $0 == wanted }) {
        for participant in codes.indices where codes[participant] != wanted {
          isSelected[participant] = false
        }
      } else {
        let known = Set(codes).map { names[Int($0)] }.filter { !$0.isEmpty }.sorted()
        problems.append(unknownValue(condition, known: known))
      }
    }
    if problems.isEmpty, !selection.conditions.isEmpty, !isSelected.contains(true) {
      let values = selection.conditions.map { "\($0.attribute)=\($0.value)" }
      problems.append(
        Diagnostic(
          "no participant has \(values.joined(separator: " and "))",
          remedy: "each of these values occurs, but not together; leave one of them out"))
    }
    guard problems.isEmpty else { throw Refusal(.refused, problems) }
  }

  /// Refuses a reference that is not one of the groups.
  private func refuseUnknownReference(in table: CohortColumns) throws(Refusal) {
    guard let attribute = selection.groupedBy, let reference = selection.reference else { return }
    let shown = selection.groupValues(in: table)
    guard !shown.contains(where: { $0.merged == 0 && $0.value == reference }) else { return }
    var alone = selection
    alone.smallestGroup = 0
    let all = alone.groupValues(in: table)
    let values = (all.contains { $0.value == reference } ? shown : all).filter { $0.merged == 0 }
      .map { $0.value.isEmpty ? "“”" : $0.value }
    let remedy = values.isEmpty ? "there are none" : "they are: \(values.joined(separator: ", "))"
    guard !all.contains(where: { $0.value == reference }) else {
      throw Refusal(
        .refusedForPrivacy,
        Diagnostic(
          "\(attribute) = \(reference) has too few participants to be shared as a group of its own",
          remedy: "choose a group that is shared: \(remedy)"))
    }
    throw Refusal(
      .refused,
      Diagnostic("“\(reference)” is not one of the groups by \(attribute)", remedy: remedy))
  }

  private func unknownValue(
    _ condition: CohortSelection.AttributeValue, known: [String]
  ) -> Diagnostic {
    let shown = known.prefix(20).joined(separator: ", ")
    let all =
      known.count > 20
      ? "it has \(known.count) values, such as: \(shown)" : "its values are: \(shown)"
    return Diagnostic(
      "no participant's \(condition.attribute) is “\(condition.value)”",
      remedy: NearMiss.suggestion(for: condition.value, among: known)
        ?? (known.isEmpty ? "it is not known for any participant" : all))
  }
}

extension CohortQuestion {
  /// Refuses to compare more than `CohortSelection.mostGroups` groups.
  /// - Parameter selection: the question's selection, or the same with the groups that an address
  ///   names.
  func refuseTooManyGroups(
    _ selection: CohortSelection, in table: CohortColumns
  ) throws(Refusal) {
    let count = selection.groupCount(in: table)
    guard count > CohortSelection.mostGroups, let attribute = selection.groupedBy else { return }
    throw Refusal(
      .refused,
      Diagnostic(
        "\(attribute) has \(count) values: at most \(CohortSelection.mostGroups) groups"
          + " can be compared",
        remedy: "choose an attribute with fewer values, or export one row per participant with"
          + " `outcomes export --layout wide`"))
  }
}

extension ValueReader {
  /// Reads the selection of a cohort.
  func cohortQuestion(in open: Reading<OpenProgram>) -> Reading<CohortQuestion> {
    Reading { () throws(Refusal) in try CohortQuestion(self, in: open) }
  }

  /// Reads the conditions of `--where`.
  fileprivate func conditions(
    in open: Reading<OpenProgram>
  ) -> Reading<[CohortSelection.AttributeValue]> {
    assignments(.where).map { assignment in
      assignment.flatMap { assignment in
        known(assignment.name, in: open).map { name in
          CohortSelection.AttributeValue(attribute: name, value: assignment.value)
        }
      }
    }.all()
  }

  /// Reads the attribute that defines the groups.
  fileprivate func groupedBy(in open: Reading<OpenProgram>) -> Reading<String?> {
    value(of: .by) { known($0, in: open) }
  }

  /// Returns the attribute if the program records it.
  func known(_ attribute: String, in open: Reading<OpenProgram>) -> Reading<String> {
    open.flatMap { $0.attribute(named: attribute) }.map { _ in attribute }
  }

  /// Reads the value of the reference group, with which the other groups are compared.
  fileprivate func reference() -> Reading<String?> {
    let reference = arguments.value(of: .reference)
    guard reference != nil, !arguments.has(.by) else { return .success(reference) }
    return .wrong(
      "--reference names a group, but there are no groups",
      remedy: "add --by with the attribute that defines them")
  }
}

extension OptionDefinition {
  static let onlyInstrument = OptionDefinition(
    "instrument", valueName: "ID", help: "only this questionnaire", isRepeatable: true,
    completion: .instrument)

  static let reference = OptionDefinition(
    "reference", valueName: "VALUE",
    help: "with --by, compare each group only with the group that has this value",
    completion: .groupValue)

  static let inWindow = OptionDefinition(
    "in-window", help: "leave out assessments outside their timepoint's window")
}
