import Arguments
import Text

extension ValueReader {
  /// Asks the person for consent, unless `--yes` gives it beforehand.
  /// - Parameter question: the question, which says what will be done.
  func requireConsent(_ question: String) throws(Refusal) {
    guard !arguments.has(.yes) else { return }
    switch world.console.confirms("outcomes: \(question)") {
    case true?: return
    case false?: throw Refusal(.refused, Diagnostic("nothing was changed"))
    case nil:
      throw Refusal(
        .refused,
        Diagnostic(
          question,
          remedy:
            "there is no terminal to ask on: say so with \(OptionDefinition.yes.flag); nothing"
            + " was changed"))
    }
  }
}

extension OptionDefinition {
  static let yes = OptionDefinition(
    "yes", help: "do it without asking; needed if there is no terminal")
}
