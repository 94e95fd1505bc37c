import Analysis
import Records
import Storage
import Text

/// What an evaluator asks of a cohort, as typed: `--as-of`, `--as-known-at`, `--where`, `--by`,
/// `--in-window`, `--instrument`, `--share`.
struct CohortQuestion {
  let open: OpenProgram
  let selection: CohortSelection
  /// The positions in the program of the instruments that `--instrument` names; of all without it.
  let instruments: [Int]
  /// The rules for small numbers, where the answer is to be shared.
  let policy: SmallNumberPolicy?

  /// - Throws: everything that is wrong with the flags, at once.
  init(_ arguments: ParsedArguments, _ world: World) throws(Refusal) {
    let open = try OpenProgram(arguments, world)
    var values = ValueReader(arguments)
    let asOf = values.date(.asOf) ?? open.folder.knownAt?.date ?? world.today()
    let conditions = values.assignments(.where).map {
      CohortSelection.AttributeValue(attribute: $0.name, value: $0.value)
    }
    let groupedBy = arguments.value(of: .by)
    for name in conditions.map(\.attribute) + (groupedBy.map { [$0] } ?? [])
    where !open.attributes.contains(name) {
      values.refuseUnknown("attribute", name, known: open.attributes)
    }
    let known = open.program.instruments.map(\.id.rawValue)
    let named = arguments.values(of: .onlyInstrument)
    for name in named where !known.contains(name) {
      values.refuseUnknown("instrument", name, known: known)
    }
    try values.finish()
    self.open = open
    instruments = known.indices.filter { named.isEmpty || named.contains(known[$0]) }
    policy = arguments.has(.share) ? SmallNumberPolicy(open.program.settings.privacy) : nil
    selection = CohortSelection(
      asOf: asOf, knownAt: open.folder.knownAt, conditions: conditions, groupedBy: groupedBy,
      inWindowOnly: arguments.has(.inWindow), smallestGroup: policy?.minimum ?? 0)
  }

  /// The cohort's columns.
  /// - Parameter keepsAnswers: whether the answers are wanted too.
  func table(keepsAnswers: Bool = false) async throws(Refusal) -> ScoreTable {
    let cohort: Cohort
    do throws(Problems) {
      cohort = try await open.folder.loadCohort(
        open.program, keepsAnswers: keepsAnswers, threads: open.world.threads)
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
    try refuseTooManyGroups(selection, in: cohort.table)
    open.say(cohort.notices)
    warnOfUnknownValues(in: cohort.table)
    return cohort.table
  }

  /// A value that nobody has is most likely a slip of the pen.
  private func warnOfUnknownValues(in table: ScoreTable) {
    for condition in selection.conditions {
      guard let attribute = open.attributes.firstIndex(of: condition.attribute) else { continue }
      let names = table.participants.attributeNames[attribute].texts.filter { !$0.isEmpty }
      guard !names.contains(condition.value) else { continue }
      let known =
        names.isEmpty ? "nobody's is known" : "known: \(names.sorted().joined(separator: ", "))"
      let hint = NearMiss.suggestion(for: condition.value, among: names) ?? known
      open.world.console.say(
        "outcomes: nobody's \(condition.attribute) is “\(condition.value)”\n  \(hint)")
    }
  }
}

extension CohortQuestion {
  /// Refuses to compare more groups than anyone reads.
  /// - Parameter selection: the question's own, or with the groups that an address names.
  func refuseTooManyGroups(
    _ selection: CohortSelection, in table: ScoreTable
  ) throws(Refusal) {
    let count = selection.groupCount(in: table)
    guard count > CohortSelection.mostGroups, let attribute = selection.groupedBy else { return }
    throw Refusal(
      .refused,
      Diagnostic(
        "\(attribute) has \(count) values: at most \(CohortSelection.mostGroups) groups are compared",
        remedy: "choose an attribute with fewer values, or take one row for each participant from"
          + " `outcomes export --layout wide`"))
  }
}

extension OptionDefinition {
  static let onlyInstrument = OptionDefinition(
    "instrument", valueName: "ID", help: "only this questionnaire", isRepeatable: true)

  static let inWindow = OptionDefinition(
    "in-window", help: "leave out assessments outside their timepoint's window")
}
