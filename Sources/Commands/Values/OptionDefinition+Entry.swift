import Arguments

/// Positionals and flags that several verbs of entering share.
extension PositionalDefinition {
  static let participant = PositionalDefinition("ID", help: "the participant's id, such as P001")
  static let timepoint = PositionalDefinition("TIMEPOINT", help: "such as baseline or day30")
  static let instrument = PositionalDefinition("INSTRUMENT", help: "such as ucla-3")
}

extension OptionDefinition {
  static let answers = OptionDefinition(
    "answers", valueName: "2,1,0,.,3", help: "one answer an item, a dot where one is missing",
    takesFollowingNumbers: true)
  static let score = OptionDefinition("score", valueName: "N", help: "the total, without answers")
  static let date = OptionDefinition(
    "date", valueName: "DATE", help: "the day it was filled in, YYYY-MM-DD; else today")
  static let on = OptionDefinition("on", valueName: "DATE", help: "the day, YYYY-MM-DD; else today")
  static let reason = OptionDefinition(
    "reason", valueName: "TEXT", help: "why, for the history", isRequired: true)
  static let set = OptionDefinition(
    "set", valueName: "ATTRIBUTE=VALUE", help: "what is known of the participant",
    isRepeatable: true)
}
