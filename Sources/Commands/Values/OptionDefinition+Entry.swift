import Arguments

/// Positionals and flags that several commands for entering scores share.
extension PositionalDefinition {
  static let participant = PositionalDefinition(
    "ID", help: "the participant's id, such as P001", completion: .participant)
  static let newParticipant = PositionalDefinition(participant.name, help: participant.help)
  static let timepoint = PositionalDefinition(
    "TIMEPOINT", help: "such as baseline or day30", completion: .timepoint)
  static let instrument = PositionalDefinition(
    "INSTRUMENT", help: "such as ucla-3", completion: .instrument)
}

extension OptionDefinition {
  static let answers = OptionDefinition(
    "answers", valueName: "2,1,0,.,3", help: "one answer per item, with a dot for a missing one",
    takesFollowingNumbers: true)
  static let score = OptionDefinition(
    "score", valueName: "N", help: "the total score, without answers")
  static let date = OptionDefinition(
    "date", valueName: "DATE", help: "the date the form was filled in, YYYY-MM-DD; default: today")
  static let on = OptionDefinition(
    "on", valueName: "DATE", help: "the date, YYYY-MM-DD; default: today")
  static let reason = OptionDefinition(
    "reason", valueName: "TEXT", help: "the reason, for the history", isRequired: true)
  static let set = OptionDefinition(
    "set", valueName: "ATTRIBUTE=VALUE", help: "an attribute of the participant",
    isRepeatable: true, completion: .attributeValue)
}
