import Arguments
import Records
import Storage
import Text

/// A question about a typed attribute value that is one letter away from a known one.
struct SimilarValueQuestion: Equatable {
  let typed: String
  let existing: String
  let attribute: String

  /// Nil unless the value has four letters or more, is not known, and differs from a known one in
  /// more than digits: “Site 12” beside “Site 13” needs no question.
  init?(_ typed: String, of attribute: String, among known: [String]) {
    guard typed.count(where: \.isLetter) >= 4, !known.contains(typed) else { return nil }
    let similar = known.first { known in
      known.count(where: \.isLetter) >= 4 && NearMiss.editDistance(typed, known) == 1
        && known.filter { !$0.isNumber } != typed.filter { !$0.isNumber }
    }
    guard let similar else { return nil }
    (self.typed, existing, self.attribute) = (typed, similar, attribute)
  }

  private var message: String {
    "“\(typed)” is one character away from “\(existing)”, another participant's \(attribute)"
  }

  /// The question for the person at the terminal.
  var question: String {
    "outcomes: " + Diagnostic(message, remedy: "Is it a different value?").text
  }

  /// The refusal if the answer is no.
  var diagnostic: Diagnostic {
    Diagnostic(message, remedy: "write --set '\(attribute)=\(existing)'")
  }

  /// The note where nobody can be asked.
  func note(of id: ParticipantID) -> Diagnostic {
    Diagnostic(
      message,
      remedy: "it was entered as typed; if that is wrong, use `outcomes update \(id)"
        + " --set '\(attribute)=\(existing)' --reason TEXT`")
  }
}
