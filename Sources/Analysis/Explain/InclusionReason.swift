/// The result for one participant: whether a number includes them, and why.
package struct Inclusion: Sendable, Hashable {
  package let isIncluded: Bool
  package let reason: InclusionReason

  init(_ isIncluded: Bool, _ reason: InclusionReason) {
    self.isIncluded = isIncluded
    self.reason = reason
  }
}

/// The reason why a participant is included in a number, or is not.
package enum InclusionReason: Sendable, Hashable {
  /// Has this status at the timepoint.
  case hasStatus(AssessmentStatus)
  /// Would be included, but is not scored at baseline and has this status there instead.
  case lacksBaseline(AssessmentStatus)
  /// Scored as required, but with scores that the number does not count.
  case otherScores
  /// Scored, but without a form in which every item is answered.
  case incompleteForm
  /// Has this verdict by the rule.
  case judged(ChangeVerdict)
  /// Has these verdicts by two rules.
  case judgedTwice(ChangeVerdict, ChangeVerdict)
  /// Has this category by the rule and the line.
  case became(ChangeCategory)
  /// By the criteria for PHQ-9 and GAD-7 together.
  case talkingTherapies(TalkingTherapies.Stage)
  /// By the criteria of response and remission on PHQ-9.
  case depression(DepressionResponse.Stage)
  /// Scored at these timepoints, in the program's order, and at no others.
  case scoredAt([String])
  /// In a group that is not compared.
  case otherGroup
  case takesPart
  /// - reason: as entered; empty if none was.
  case withdrew(reason: String)
  /// Withdrew from the use of what was recorded.
  case withdrewFromUse
  /// Enrolled after the as-of date.
  case enrolledLater
  /// Lacks the selected values.
  case notAskedAbout
}

/// The status of a participant at one timepoint of one instrument, by its name in JSON.
package enum AssessmentStatus: String, Sendable, CaseIterable {
  case scored
  /// Scored, and assessed outside the timepoint's window.
  case scoredOutsideWindow = "scored_outside_window"
  case notDue = "not_due"
  case notAssessed = "not_assessed"
  /// Asked, and declined or not reached.
  case skipped
  case withdrawn
  case notScorable = "not_scorable"
  /// Excluded because only assessments in the window count.
  case outsideWindow = "outside_window"

  init(_ status: ScoreStatus) {
    switch status {
    case .scored(_, let inWindow): self = inWindow ? .scored : .scoredOutsideWindow
    case .notScorable: self = .notScorable
    case .outsideWindow: self = .outsideWindow
    case .withdrawn: self = .withdrawn
    case .notDue: self = .notDue
    case .notAssessed: self = .notAssessed
    case .skipped: self = .skipped
    }
  }
}
