/// The result of scoring one form.
package struct Score: Sendable, Equatable {
  /// The score, or the reason why there is none.
  package let outcome: Outcome
  /// The number of scored items that were answered.
  package let answered: Int
  /// The number of scored items.
  package let of: Int
  /// The name of the missing-item rule that was applied; nil for a complete form.
  package let ruleUsed: String?

  package enum Outcome: Sendable, Equatable {
    case scored(Double)
    case notScorable(Reason)
  }

  package enum Reason: Sendable, Equatable {
    /// More items are missing than the rule allows.
    case tooManyMissing(allowed: Int)
    /// The form has the wrong number of answers, or one that is not allowed.
    case invalidAnswers
    /// The instrument has no items: its total is entered.
    case enteredAsTotal
  }

  package init(outcome: Outcome, answered: Int, of: Int, ruleUsed: String? = nil) {
    self.outcome = outcome
    self.answered = answered
    self.of = of
    self.ruleUsed = ruleUsed
  }

  /// The score in the instrument's units; nil if it cannot be scored.
  package var value: Double? {
    if case .scored(let value) = outcome { value } else { nil }
  }

  /// The note beside the score: `prorated, 8 of 9 answered`, or the reason why there is no score;
  /// nil for a complete form.
  package var note: String? {
    switch outcome {
    case .scored:
      return ruleUsed.map { "\($0), \(answered) of \(of) answered" }
    case .notScorable(.tooManyMissing(let allowed)):
      let limit = allowed == 0 ? "all are needed" : "at most \(allowed) may be missing"
      return "not scorable, \(answered) of \(of) answered, \(limit)"
    case .notScorable(.invalidAnswers):
      return "not scorable, the answers do not match the form"
    case .notScorable(.enteredAsTotal):
      return "not scorable, this instrument is entered as a total"
    }
  }
}
