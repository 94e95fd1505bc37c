import Arguments
import Records

/// What a withdrawal ends.
enum WithdrawalScope: String, CaseIterable, Sendable {
  /// No more is asked; what is recorded counts.
  case contact
  /// Likewise, and what is recorded counts nowhere.
  case use
  /// No more is asked, and nothing that is kept says whose it is; it counts for everyone together.
  case erase

  /// Each scope adds to the ones before it.
  func addsTo(_ participant: Participant) -> Bool {
    guard !participant.isErased else { return false }
    return switch self {
    case .contact: participant.withdrawnOn == nil
    case .use: participant.state != .unused
    case .erase: true
    }
  }
}

extension OptionDefinition {
  static let scope = OptionDefinition(
    "scope",
    help: "contact: no more is asked; use: what is recorded counts nowhere either; erase: the id is"
      + " replaced by a random code; default: contact",
    choices: WithdrawalScope.self)
}
