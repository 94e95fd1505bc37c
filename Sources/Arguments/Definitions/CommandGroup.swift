/// A section of the overview of commands; the cases are in the order in which it shows them.
package enum CommandGroup: String, CaseIterable, Sendable {
  case setUp = "Set up"
  case enterScores = "Enter scores"
  case correctAndTakeBack = "Correct and take back"
  case followUp = "Follow up"
  case lookAtOneParticipant = "Look at one participant"
  case evaluate = "Evaluate"
  case share = "Share"
  case other = "Other"
}
