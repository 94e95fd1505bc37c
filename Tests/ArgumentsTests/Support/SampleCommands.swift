@testable import Arguments

extension CommandDefinition: DefinedCommand {
  /// The definition is the command: these tests run none.
  public var definition: CommandDefinition { self }
}

/// A few commands as the contract has them, for the tests of the command line to work on.
enum SampleCommands {
  static let all = [initialize, enroll, record, correct, withdraw, summary, importFile]

  static let id = PositionalDefinition(
    "ID", help: "the participant's id", completion: .participant)
  static let ids = PositionalDefinition(
    "ID", help: "the participants' ids", isOptional: true, isRepeatable: true,
    completion: .activeParticipant)
  static let timepoint = PositionalDefinition(
    "TIMEPOINT", help: "such as baseline or day30", completion: .timepoint)
  static let instrument = PositionalDefinition(
    "INSTRUMENT", help: "such as ucla-3", completion: .instrument)
  static let directory = PositionalDefinition(
    "DIR", help: "the folder to create", completion: .directory)
  static let file = PositionalDefinition("FILE", help: "the file to read", completion: .file)

  static let answers = OptionDefinition(
    "answers", valueName: "2,1,0,.,3", help: "one answer per item, with a dot for a missing one",
    takesFollowingNumbers: true)
  static let score = OptionDefinition(
    "score", valueName: "N", help: "the total score, without answers")
  static let date = OptionDefinition("date", valueName: "DATE", help: "the day it was filled in")
  static let on = OptionDefinition("on", valueName: "DATE", help: "the date; default: today")
  static let reason = OptionDefinition(
    "reason", valueName: "TEXT", help: "the reason, for the record", isRequired: true)
  static let set = OptionDefinition(
    "set", valueName: "ATTRIBUTE=VALUE", help: "an attribute of the participant",
    isRepeatable: true)
  static let storeKind = OptionDefinition(
    "format", help: "how the program is kept", allowedValues: ["csv", "json"])
  static let inWindow = OptionDefinition("in-window", help: "only assessments made in time")

  static let format = OptionDefinition(
    "format", help: "the format of the output",
    allowedValues: ["table", "csv", "json", "markdown"])
  static let output = OptionDefinition(
    "output", letter: "o", valueName: "FILE", help: "write to a file", completion: .file)
  static let condition = OptionDefinition(
    "where", valueName: "ATTRIBUTE=VALUE", help: "only participants with that value",
    isRepeatable: true, completion: .attributeValue)
  static let by = OptionDefinition(
    "by", valueName: "ATTRIBUTE", help: "one group for each value of that attribute")

  static let initialize = CommandDefinition(
    "init", group: .setUp, summary: "Create a program folder", discussion: "It asks nothing.",
    positionals: [directory],
    options: [OptionDefinition("name", valueName: "TEXT", help: "its name"), storeKind],
    examples: [CommandExample("outcomes init riverside", "An empty program")])

  static let enroll = CommandDefinition(
    "enroll", group: .enterScores, summary: "Add a participant", discussion: "Once for each.",
    positionals: [id], options: [on, set],
    examples: [CommandExample("outcomes enroll P001 --set site=North", "Enrolled today")])

  static let record = CommandDefinition(
    "record", group: .enterScores, summary: "Enter a participant's answers",
    discussion:
      "The answers are checked and scored before anything is written. A second record for the same "
      + "participant, timepoint and instrument is refused: use `outcomes correct`.",
    positionals: [id, timepoint, instrument], alternatives: [answers, score], options: [date],
    examples: [
      CommandExample(
        "outcomes record P001 baseline ucla-3 --answers 2,3,3", "Loneliness of P001 at baseline"),
      CommandExample(
        "outcomes record P001 day30 phq-9 --score 7 --date 2026-03-02",
        "Only the total is known, and the day is not today"),
    ])

  static let correct = CommandDefinition(
    "correct", group: .enterScores, summary: "Change what was entered",
    discussion: "Both are kept.",
    positionals: [id, timepoint, instrument], alternatives: [answers, score],
    options: [reason, date],
    usageTail: "ID TIMEPOINT INSTRUMENT (--answers … | --score N) --reason TEXT [--date DATE]",
    examples: [CommandExample("outcomes correct P001 day30 ucla-3 --score 6 --reason typo", "6")])

  static let withdraw = CommandDefinition(
    "withdraw", group: .enterScores, summary: "Record that a participant withdrew",
    discussion: "Scores stay.",
    positionals: [id], options: [reason, on],
    examples: [CommandExample("outcomes withdraw P001 --reason moved", "Withdrawn today")])

  static let summary = CommandDefinition(
    "summary", group: .evaluate, summary: "The cohort's scores and changes",
    discussion: "It's paired by id.", options: [inWindow],
    sharedOptions: [format, output, condition, by],
    examples: [CommandExample("outcomes summary --by site", "One table per site")])

  static let importFile = CommandDefinition(
    "import", group: .share, summary: "Read another tool's file", discussion: "All or nothing.",
    positionals: [file], sharedOptions: [format, output],
    examples: [CommandExample("outcomes import scores.csv", "Adds what is new")])

  static let forms = CommandDefinition(
    "forms", group: .enterScores, summary: "Print blank forms", discussion: "One page each.",
    positionals: [ids], options: [by],
    examples: [CommandExample("outcomes forms P001 P002", "The forms of two participants")])
}
