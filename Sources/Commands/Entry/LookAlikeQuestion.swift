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
      "“\(typed)” differs from “\(existing)”, \(known), only in letter case, spaces, invisible"
        + " characters, or the way its letters are encoded",
      remedy: attribute.map {
        "write --set '\($0)=\(existing)', or add --distinct if it is a different value"
      }
        ?? "use “\(existing)”, or add --distinct if they are two different people")
  }
}

extension OpenProgram {
  /// Asks whether an id or value that looks like one in the program is really different, and
  /// refuses it if it is not or if there is no terminal to ask on. `--distinct` gives the answer
  /// beforehand.
  func refuseLookAlikes(
    of id: ParticipantID, _ typed: AttributeValues, _ arguments: ParsedArguments
  ) throws(Refusal) {
    guard !arguments.has(.distinct) else { return }
    let table = try refusing(try folder.participants(program))
    let questions =
      idQuestion(id, table)
      + typed.values.sorted { $0.key < $1.key }.flatMap {
        valueQuestion($0.value, of: $0.key, id, table)
      }
    let refused = questions.filter { world.console.confirms($0.question) != true }
    guard refused.isEmpty else { throw Refusal(.refused, refused.map(\.diagnostic)) }
  }

  private func idQuestion(
    _ id: ParticipantID, _ table: ParticipantColumns
  ) -> [LookAlikeQuestion] {
    guard let existing = LookAlike.of(id.rawValue, among: table.ids.texts) else { return [] }
    return [LookAlikeQuestion(typed: id.rawValue, existing: existing, attribute: nil)]
  }

  /// Compares only with the values of other participants, so that a participant's own value can be
  /// corrected to one that looks the same.
  private func valueQuestion(
    _ value: String, of attribute: Int, _ id: ParticipantID, _ table: ParticipantColumns
  ) -> [LookAlikeQuestion] {
    var codes = table.attributeValues[attribute]
    if let own = table.ids.number(of: id.rawValue) { codes.remove(at: own) }
    let known = Set(codes).sorted().map { table.attributeNames[attribute][Int($0)] }
    guard let existing = LookAlike.of(value, among: known.filter { !$0.isEmpty }) else { return [] }
    return [LookAlikeQuestion(typed: value, existing: existing, attribute: attributes[attribute])]
  }
}

extension OptionDefinition {
  static let distinct = OptionDefinition(
    "distinct", help: "accept an id or value even if it looks like one that is already known")
}
