import Arguments
import Records
import Storage
import Text

/// A question about a typed id or value that looks the same as one in the program.
private struct LookAlikeQuestion {
  let typed: String
  let existing: String
  /// The attribute that both are values of; nil if both are participants' ids.
  let attribute: String?

  private var known: String {
    attribute.map { "another participant's \($0)" } ?? "who is already enrolled"
  }

  /// The question for the person at the terminal.
  var question: String {
    "outcomes: "
      + Diagnostic(
        "“\(typed)” looks like “\(existing)”, \(known)",
        remedy: "Are they two different \(attribute == nil ? "people" : "values")?"
      ).text
  }

  /// The refusal if the answer is no, or there is no terminal to ask on.
  var diagnostic: Diagnostic {
    Diagnostic(
      "“\(typed)” differs from “\(existing)”, \(known), only in letter case, spaces, the kind"
        + " of dash, invisible characters, or the way its letters are encoded",
      remedy: attribute.map {
        "write --set '\($0)=\(existing)', or add --distinct if it is a different value"
      }
        ?? "use “\(existing)”, or add --distinct if they are two different people")
  }
}

extension OpenProgram {
  /// Asks whether an id or value that looks like one in the program is really different, and
  /// refuses it if it is not or if there is no terminal to ask on. Asks likewise about a value that
  /// is one character away from a known one, but does not refuse it without a terminal.
  /// `--distinct` gives the answers beforehand.
  /// - Parameter former: the id that the participant has until now, which may look like the new
  ///   one.
  /// - Returns: what to say after the entry about values that nobody could be asked about.
  func askAboutLookAlikes(
    of id: ParticipantID, _ typed: AttributeValues, _ arguments: ParsedArguments,
    besides former: ParticipantID? = nil
  ) throws(Refusal) -> [Diagnostic] {
    guard !arguments.has(.distinct) else { return [] }
    let table = try refusing(try folder.participants(program))
    let values = typed.values.sorted { $0.key < $1.key }.map { attribute, value in
      (attribute, value, known: knownValues(of: attribute, besides: id, table))
    }
    let questions =
      idQuestion(id, table, besides: former)
      + values.flatMap { valueQuestion($1, of: $0, among: $2) }
    let refused = questions.filter { world.console.confirms($0.question) != true }
    guard refused.isEmpty else { throw Refusal(.refused, refused.map(\.diagnostic)) }
    return try askAboutSimilar(
      values.compactMap { attribute, value, known in
        LookAlike.of(value, among: known) == nil
          ? SimilarValueQuestion(value, of: attributes[attribute], among: known) : nil
      }, of: id)
  }

  private func askAboutSimilar(
    _ questions: [SimilarValueQuestion], of id: ParticipantID
  ) throws(Refusal) -> [Diagnostic] {
    let answers = questions.map { ($0, world.console.confirms($0.question)) }
    let refused = answers.filter { $1 == false }.map(\.0.diagnostic)
    guard refused.isEmpty else { throw Refusal(.refused, refused) }
    return answers.filter { $1 == nil }.map { $0.0.note(of: id) }
  }

  private func idQuestion(
    _ id: ParticipantID, _ table: ParticipantColumns, besides former: ParticipantID?
  ) -> [LookAlikeQuestion] {
    let others = table.ids.texts.filter { $0 != former?.rawValue }
    guard let existing = LookAlike.of(id.rawValue, among: others) else { return [] }
    return [LookAlikeQuestion(typed: id.rawValue, existing: existing, attribute: nil)]
  }

  /// Returns only the values of other participants, so that a participant's own value can be
  /// corrected to one that looks the same.
  private func knownValues(
    of attribute: Int, besides id: ParticipantID, _ table: ParticipantColumns
  ) -> [String] {
    var codes = table.attributeValues[attribute]
    if let own = table.ids.number(of: id.rawValue) { codes.remove(at: own) }
    return Set(codes).sorted().map { table.attributeNames[attribute][Int($0)] }
      .filter { !$0.isEmpty }
  }

  private func valueQuestion(
    _ value: String, of attribute: Int, among known: [String]
  ) -> [LookAlikeQuestion] {
    guard let existing = LookAlike.of(value, among: known) else { return [] }
    return [LookAlikeQuestion(typed: value, existing: existing, attribute: attributes[attribute])]
  }
}

extension OptionDefinition {
  static let distinct = OptionDefinition(
    "distinct", help: "accept an id or value even if it looks like one that is already known")
}
