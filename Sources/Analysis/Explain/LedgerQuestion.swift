/// Whom a number counts, as a question that can be asked of every participant.
package enum LedgerQuestion: Sendable, Equatable {
  /// Everybody enrolled by the day of the question, or only those of them who withdrew by then.
  case enrollment(withdrawnOnly: Bool)
  /// Those who stand in one of these places at a timepoint; with `sinceBaseline` only those scored at
  /// baseline too.
  case standings(Set<LedgerPlace>, sinceBaseline: Bool)
  /// Everybody whose timepoints are scored in this way.
  case patterns(ScoredPattern)
}

extension LedgerQuestion {
  /// Everybody with a score at the timepoint.
  package static let scored = standings([.scored, .scoredOutsideWindow], sinceBaseline: false)
  /// Everybody with a score at the timepoint and at baseline.
  package static let paired = standings([.scored, .scoredOutsideWindow], sinceBaseline: true)
  /// Everybody scored at baseline for whom the timepoint was due, scored then or not.
  package static let pairedOrLost = standings(LedgerPlace.due, sinceBaseline: true)
  /// Everybody with a score at any timepoint.
  package static let scoredAtAll = patterns(.some)
  /// Those scored at baseline who are lost to follow-up.
  package static let lost = standings(LedgerPlace.lostToFollowUp, sinceBaseline: true)
}

/// A way in which somebody's timepoints may be scored.
package enum ScoredPattern: Sendable {
  case any
  /// At one timepoint at least.
  case some
  /// At every timepoint.
  case complete
  /// At every timepoint before one that is scored, the complete ones among them.
  case monotone
  /// With a gap.
  case intermittent

  func holds(for isScored: [Bool]) -> Bool {
    let isMonotone = MissingPatterns.Pattern(isScored: isScored, participants: 1).isMonotone
    return switch self {
    case .any: true
    case .some: isScored.contains(true)
    case .complete: !isScored.contains(false)
    case .monotone: isMonotone
    case .intermittent: !isMonotone
    }
  }
}

/// Where somebody stands at one timepoint of one instrument, by the names that programs know.
package enum LedgerPlace: String, Sendable, CaseIterable {
  case scored
  /// Scored, and assessed outside the timepoint's window.
  case scoredOutsideWindow = "scored_outside_window"
  case notDue = "not_due"
  case notAssessed = "not_assessed"
  case withdrawn
  case notScorable = "not_scorable"
  /// Left out since only assessments inside the window were asked for.
  case outsideWindow = "outside_window"

  package static let due = Set(allCases).subtracting([.notDue])
  package static let lostToFollowUp = due.subtracting([.scored, .scoredOutsideWindow])

  init(_ standing: Standing) {
    switch standing {
    case .scored(_, let inWindow): self = inWindow ? .scored : .scoredOutsideWindow
    case .notScorable: self = .notScorable
    case .outsideWindow: self = .outsideWindow
    case .withdrawn: self = .withdrawn
    case .notDue: self = .notDue
    case .notAssessed: self = .notAssessed
    }
  }
}

/// Why somebody is counted, or is not.
package enum LedgerReason: Sendable, Hashable {
  case stands(LedgerPlace)
  /// Would be counted, but is not scored at baseline and stands there instead.
  case lacksBaseline(LedgerPlace)
  /// Scored at these timepoints, in the program's order, and at no others.
  case scoredAt([String])
  case takesPart
  /// - reason: as it was entered; empty where none was.
  case withdrew(reason: String)
  /// After the day of the question.
  case enrolledLater
  /// Has not the values that were asked for.
  case notAskedAbout
}
