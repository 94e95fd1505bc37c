/// Where everyone enrolled, or everyone of a part of them, is at one timepoint of one instrument:
/// who counts, and why the others do not. Everyone is in exactly one of the counts.
package struct Denominators: Sendable, Equatable {
  /// Everybody counted, enrolled by the day of the question.
  package internal(set) var enrolled = 0
  /// With a score that counts.
  package internal(set) var scored = 0
  /// Assessed, but too few items were answered, and due.
  package internal(set) var notScorable = 0
  /// Assessed outside the timepoint's window, while only those inside it were asked for, and due.
  package internal(set) var outsideWindow = 0
  /// Withdrawn before the timepoint's window closed, without an assessment up to that day.
  package internal(set) var withdrawn = 0
  /// Without a score that counts, while the window is still to come or still open.
  package internal(set) var notDue = 0
  /// The window has closed without an assessment.
  package internal(set) var notAssessed = 0

  /// Of those scored, how many were assessed outside the window.
  package internal(set) var scoredOutsideWindow = 0

  /// Those scored, those who withdrew before the window closed, and those whose window has closed.
  package var due: Int { enrolled - notDue }
  /// Those due who are not scored.
  package var lostToFollowUp: Int { due - scored }
  /// Those due with an assessment: scored, with too few answers, or left out for its date.
  package var assessed: Int { scored + notScorable + outsideWindow }
}
