import Arguments
import Text

extension ValueReader {
  /// Asks the person for consent, unless `--yes` gives it beforehand.
  /// - Parameter question: the question, which says what will be done.
  func requireConsent(_ question: String) throws(Refusal) {
    guard try consents(to: question) else { throw Refusal.unchanged }
  }

  /// Asks the person for consent, unless `--yes` gives it beforehand.
  /// - Returns: false if the person says no.
  func consents(to question: String) throws(Refusal) -> Bool {
    guard !arguments.has(.yes) else { return true }
    guard let answer = world.console.confirms("outcomes: \(question)") else {
      throw Refusal(
        .refused,
        Diagnostic(
          question,
          remedy:
            "there is no terminal to ask on: add \(OptionDefinition.yes.flag) to confirm; nothing"
            + " was changed"))
    }
    return answer
  }
}

extension Refusal {
  /// The refusal after a person said no.
  static var unchanged: Refusal { Refusal(.refused, Diagnostic("nothing was changed")) }
}

extension OptionDefinition {
  static let yes = OptionDefinition(
    "yes", help: "do it without asking; needed if there is no terminal")
}
