/// The answer for one participant: whether a number includes them, and why.
package struct Inclusion: Sendable, Hashable {
  package let isIncluded: Bool
  package let reason: InclusionReason

  init(_ isIncluded: Bool, _ reason: InclusionReason) {
    self.isIncluded = isIncluded
    self.reason = reason
  }
}

/// Why somebody is included in a number, or is not.
package enum InclusionReason: Sendable, Hashable {
  case stands(AssessmentStatus)
  /// Would be included, but is not scored at baseline and stands there instead.
  case lacksBaseline(AssessmentStatus)
  /// Scored as it takes, but the scores are not such as the number counts.
  case otherScores
  /// Has scores, but no form with every item answered.
  case incompleteForm
  /// Changed in this way by the rule.
  case judged(ChangeVerdict)
  /// Changed in these ways by two rules.
  case judgedTwice(ChangeVerdict, ChangeVerdict)
  /// Became this by the rule and the line.
  case became(ChangeCategory)
  /// By the criteria that take both PHQ-9 and GAD-7.
  case talkingTherapies(TalkingTherapies.Stage)
  /// By the criteria of response and remission on PHQ-9.
  case depression(DepressionResponse.Stage)
  /// Scored at these timepoints, in the program's order, and at no others.
  case scoredAt([String])
  /// In a group that is not compared.
  case otherGroup
  case takesPart
  /// - reason: as it was entered; empty where none was.
  case withdrew(reason: String)
  /// After the day of the question.
  case enrolledLater
  /// Lacks the values that were asked for.
  case notAskedAbout
}

/// How one timepoint of one instrument turned out for a participant, by the names that programs
/// know.
package enum AssessmentStatus: String, Sendable, CaseIterable {
  case scored
  /// Scored, and assessed outside the timepoint's window.
  case scoredOutsideWindow = "scored_outside_window"
  case notDue = "not_due"
  case notAssessed = "not_assessed"
  case withdrawn
  case notScorable = "not_scorable"
  /// Left out since only assessments inside the window were asked for.
  case outsideWindow = "outside_window"

  init(_ status: ScoreStatus) {
    switch status {
    case .scored(_, let inWindow): self = inWindow ? .scored : .scoredOutsideWindow
    case .notScorable: self = .notScorable
    case .outsideWindow: self = .outsideWindow
    case .withdrawn: self = .withdrawn
    case .notDue: self = .notDue
    case .notAssessed: self = .notAssessed
    }
  }
}
