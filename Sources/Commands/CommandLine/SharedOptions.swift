/// The flags that mean the same in every command that takes them.
extension OptionDefinition {
  static let store = OptionDefinition(
    "store", valueName: "DIR",
    help: "the program folder; else OUTCOMES_STORE, else the nearest one from here upward",
    completion: .directory)

  static let help = OptionDefinition("help", letter: "h", help: "show this help")

  static let format = OptionDefinition(
    "format", help: "the form of what is printed; else what FILE ends in, else table",
    allowedValues: ["table", "csv", "json", "markdown"])

  static let output = OptionDefinition(
    "output", letter: "o", valueName: "FILE",
    help: "write to a file, readable only by you if it is new; “-” is the standard output",
    completion: .file)

  static let asOf = OptionDefinition(
    "as-of", valueName: "DATE", help: "answer as on that day, YYYY-MM-DD; else today")

  static let asKnownAt = OptionDefinition(
    "as-known-at", valueName: "TIMESTAMP",
    help: "read the store as it was then: YYYY-MM-DDThh:mm:ssZ, or a day for its end in UTC")

  static let `where` = OptionDefinition(
    "where", valueName: "ATTRIBUTE=VALUE", help: "only the participants with that value",
    isRepeatable: true)

  static let by = OptionDefinition(
    "by", valueName: "ATTRIBUTE", help: "one group for each value of that attribute")

  static let version = OptionDefinition("version", help: "show the version")

  static let completionScript = OptionDefinition(
    "generate-completion-script", help: "print a script that completes commands in that shell",
    allowedValues: CompletionShell.allCases.map(\.rawValue))

  /// What every command takes, without having to say so.
  static let ofEveryCommand = [store, help]

  /// For commands that print data.
  static let forPrinting = [format, output]

  /// For commands that analyze a cohort, besides those for its day.
  static let forAnalyzing = [`where`, by]
}

extension CommandDefinition {
  /// `outcomes help [COMMAND]`, which the parser answers by itself.
  static let help = CommandDefinition(
    "help", group: .other, summary: "Explain a command",
    discussion: "Without a command, it lists them all.",
    positionals: [.helpTopic],
    examples: [CommandExample("outcomes help record", "Everything about entering a score")])

  /// The flags that may stand where there is no command.
  static let withoutCommand = CommandDefinition(
    "", group: .other, summary: "", discussion: "",
    options: [.version, .completionScript], examples: [])
}

extension PositionalDefinition {
  /// The command that `outcomes help` is to explain.
  static let helpTopic = PositionalDefinition(
    "COMMAND", help: "the command to explain", isOptional: true, completion: .commandName)
}
