/// The part of the work a command belongs to, in the order in which the overview shows them.
package enum CommandGroup: String, CaseIterable, Sendable {
  case setUp = "Set up"
  case enterScores = "Enter scores"
  case lookAtOneParticipant = "Look at one participant"
  case evaluate = "Evaluate"
  case share = "Share"
  case other = "Other"
}
