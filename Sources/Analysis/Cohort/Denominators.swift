/// The numbers of enrolled participants with each status at one timepoint of one instrument: those
/// who count, and the reasons why others do not. Each participant is in exactly one of the counts.
package struct Denominators: Sendable, Equatable {
  /// All participants counted, enrolled by the as-of date.
  package internal(set) var enrolled = 0
  /// With a score that counts.
  package internal(set) var scored = 0
  /// Due and assessed, but with too few items answered.
  package internal(set) var notScorable = 0
  /// Due and assessed, but outside the timepoint's window when only assessments in the window
  /// count.
  package internal(set) var outsideWindow = 0
  /// Withdrawn before the timepoint's window closed, without an assessment up to that day.
  package internal(set) var withdrawn = 0
  /// Without a score that counts, and the window has not opened or is still open.
  package internal(set) var notDue = 0
  /// Without an assessment although the window has closed.
  package internal(set) var notAssessed = 0
  /// Likewise, because the participant was asked and declined, or could not be reached.
  package internal(set) var skipped = 0

  /// The number of scored participants assessed outside the window.
  package internal(set) var scoredOutsideWindow = 0

  /// Participants who are scored, who withdrew before the window closed, or whose window has
  /// closed.
  package var due: Int { enrolled - notDue }
  /// Participants who are due but not scored.
  package var lostToFollowUp: Int { due - scored }
  /// Participants who are due and assessed: scored, with too few answers, or excluded because of
  /// the date.
  package var assessed: Int { scored + notScorable + outsideWindow }
}
