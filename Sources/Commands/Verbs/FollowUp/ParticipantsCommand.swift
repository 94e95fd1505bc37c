import Analysis
import Arguments
import Reports
import Text

extension Command {
  /// `outcomes participants`
  static let participants = Command(
    CommandDefinition(
      "participants", group: .followUp, summary: "One line for each participant",
      discussion:
        "Attributes, day of enrollment and of withdrawal, date of the last form, the next "
        + "timepoint at which a form is missing with its target day, and whether an alert is open.",
      options: [.sort, .reverse],
      sharedOptions: OptionDefinition.forPrinting
        + [.asOf, .asKnownAt, .verify, .where, .shareRefused],
      examples: [
        CommandExample("outcomes participants", "Everyone, by id"),
        CommandExample(
          "outcomes participants --where site=North --sort last-form",
          "One site, least recently seen first"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let program = read.program()
    let (question, order, output) = try readAll(
      read.cohortQuestion(in: program), read.participantOrder(in: program), read.output())
    let table = try await question.table(keepsAlerts: true)
    try output.print(
      ParticipantsReport(
        ParticipantOverview(
          table, question.selection, by: order, isReversed: read.arguments.has(.reverse))))
    return .done
  }
}

/// A value of `--sort` that is not an attribute.
private enum SortKey: String, CaseIterable {
  case id
  case enrolled
  case withdrawn
  case lastForm = "last-form"
  case nextDue = "next-due"

  var order: ParticipantOverview.Order {
    switch self {
    case .id: .id
    case .enrolled: .enrolled
    case .withdrawn: .withdrawn
    case .lastForm: .lastForm
    case .nextDue: .nextDue
    }
  }

  static var names: [String] { allCases.map(\.rawValue) }
}

extension ValueReader {
  fileprivate func participantOrder(
    in open: Reading<OpenProgram>
  ) -> Reading<ParticipantOverview.Order> {
    value(of: .sort) { name in
      if let key = SortKey(rawValue: name) { return .success(key.order) }
      return open.flatMap { open in
        if let attribute = open.attributes.firstIndex(of: name) {
          return .success(.attribute(attribute))
        }
        let known = SortKey.names + open.attributes
        return .wrong(
          "participants cannot be sorted by “\(name)”",
          remedy: NearMiss.suggestion(for: name, among: known)
            ?? "use one of: \(known.joined(separator: ", "))")
      }
    }.map { $0 ?? .id }
  }
}

extension OptionDefinition {
  fileprivate static let sort = OptionDefinition(
    "sort", valueName: "KEY",
    help: "sort by \(SortKey.names.listed("or")), or by an attribute; default: id",
    completion: .either(.attribute, or: SortKey.names))

  fileprivate static let reverse = OptionDefinition(
    "reverse", help: "put the highest value first")
}
