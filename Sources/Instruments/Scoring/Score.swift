/// What the scoring engine made of one form.
package struct Score: Sendable, Equatable {
  /// The score, or why there is none.
  package let outcome: Outcome
  /// How many of the scored items were answered.
  package let answered: Int
  /// How many items are scored.
  package let of: Int
  /// The name of the missing-item rule that made up for missing items; nil on a complete form.
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
    /// The instrument records no items: its total is entered.
    case enteredAsTotal
  }

  package init(outcome: Outcome, answered: Int, of: Int, ruleUsed: String? = nil) {
    self.outcome = outcome
    self.answered = answered
    self.of = of
    self.ruleUsed = ruleUsed
  }

  /// The score in the instrument's units; nil where it cannot be scored.
  package var value: Double? {
    if case .scored(let value) = outcome { value } else { nil }
  }

  /// What stands beside the score: `prorated, 8 of 9 answered`, or why there is none; nil for a
  /// complete form.
  package var note: String? {
    switch outcome {
    case .scored:
      return ruleUsed.map { "\($0), \(answered) of \(of) answered" }
    case .notScorable(.tooManyMissing(let allowed)):
      let limit = allowed == 0 ? "all are needed" : "at most \(allowed) may be missing"
      return "not scorable, \(answered) of \(of) answered, \(limit)"
    case .notScorable(.invalidAnswers):
      return "not scorable, the answers do not fit the form"
    case .notScorable(.enteredAsTotal):
      return "not scorable, this instrument is entered as a total"
    }
  }
}
