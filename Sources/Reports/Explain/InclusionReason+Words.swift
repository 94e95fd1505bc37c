import Analysis

extension InclusionReason {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .hasStatus(let status): status.rawValue
    case .lacksBaseline(let status): "baseline_" + status.rawValue
    case .otherScores: "other_scores"
    case .incompleteForm: "incomplete_form"
    case .judged(let verdict): verdict.rawValue
    case .judgedTwice(let first, let second): "\(first.rawValue)_\(second.rawValue)"
    case .became(let category): category.rawValue
    case .talkingTherapies(let stage): stage.words.key
    case .depression(let stage): stage.words.key
    case .scoredAt: "scored_at"
    case .otherGroup: "other_group"
    case .takesPart: "takes_part"
    case .withdrew: "withdrew"
    case .withdrewFromUse: "withdrew_from_use"
    case .enrolledLater: "enrolled_later"
    case .notAskedAbout: "not_asked_about"
    }
  }

  /// The reason in words.
  var words: String {
    switch self {
    case .hasStatus(let status): status.words
    case .lacksBaseline(let status): "without a baseline score: \(status.words) at baseline"
    case .otherScores: "scored, but not with a score that this number counts"
    case .incompleteForm: "scored, but not every item is answered"
    case .judged(let verdict): "scored at both times: \(verdict.rawValue)"
    case .judgedTwice(let first, let second):
      "scored at both times: \(first.rawValue) by the first rule, \(second.rawValue) by the second"
    case .became(let category):
      "scored at both times: \(category.rawValue.replacing("_", with: " "))"
    case .talkingTherapies(let stage): stage.words.text
    case .depression(let stage): stage.words.text
    case .scoredAt(let timepoints):
      timepoints.isEmpty
        ? "not scored at any timepoint" : "scored at " + timepoints.joined(separator: " + ")
    case .otherGroup: "in a group that is not compared here"
    case .takesPart: "enrolled, and did not withdraw"
    case .withdrew(let reason):
      reason.isEmpty ? "withdrew, no reason given" : "withdrew: \(reason)"
    case .withdrewFromUse: "withdrew from the use of what was recorded"
    case .enrolledLater: "enrolled after the date of the analysis"
    case .notAskedAbout: "without the selected values"
    }
  }
}

extension AssessmentStatus {
  fileprivate var words: String {
    switch self {
    case .scored: "scored"
    case .scoredOutsideWindow: "scored outside the window"
    default: AbsenceReason.all.first { $0.key == rawValue }?.words ?? rawValue
    }
  }
}

extension TalkingTherapies.Stage {
  fileprivate var words: (key: String, text: String) {
    switch self {
    case .notMeasured: ("not_measured", "without PHQ-9 or GAD-7 at baseline")
    case .measuredAtBaseline:
      ("not_finished", "with PHQ-9 and GAD-7 at baseline, not both at the follow-up")
    case .finished(let result): ("finished", "finished: \(result.words)")
    }
  }
}

extension TalkingTherapies.Result {
  fileprivate var words: String {
    let isCase = { $0 ? "at caseness" : "not at caseness" }
    let change =
      switch (contains(.reliablyBetter), contains(.reliablyWorse)) {
      case (true, false): "reliably better"
      case (false, true): "reliably worse"
      case (true, true): "reliably better on one measure and worse on the other"
      case (false, false): "no reliable change"
      }
    return "\(isCase(contains(.caseAtBaseline))) at baseline,"
      + " \(isCase(contains(.caseAtFollowUp))) at the follow-up, \(change)"
  }
}

extension DepressionResponse.Stage {
  fileprivate var words: (key: String, text: String) {
    switch self {
    case .notScoredAtBaseline: ("baseline_not_scored", "without a baseline score")
    case .notRaised: ("not_raised", "not elevated at baseline")
    case .notDue: ("not_due", "elevated at baseline, with a window not yet closed")
    case .notFollowed: ("not_followed", "elevated at baseline, due, without a follow-up score")
    case .followed(let result): ("followed", "elevated at baseline, followed up: \(result.words)")
    }
  }
}

extension DepressionResponse.Result {
  fileprivate var words: String {
    let parts = [
      contains(.response) ? "response" : "no response",
      contains(.remission) ? "remission" : "no remission",
    ]
    return (parts + (contains(.higher) ? ["above baseline"] : [])).joined(separator: ", ")
  }
}
