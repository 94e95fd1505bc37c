/// The flags that every command takes, and those that may stand without a command.
extension OptionDefinition {
  package static let store = OptionDefinition(
    "store", valueName: "DIR",
    help: "the program folder; else OUTCOMES_STORE, else the nearest one from here upward",
    completion: .directory)

  static let help = OptionDefinition("help", letter: "h", help: "show this help")

  static let manual = OptionDefinition(
    "man", help: "print the manual page of all commands, in the form that man reads")

  static let version = OptionDefinition("version", help: "show the version")

  static let completionScript = OptionDefinition(
    "generate-completion-script", help: "print a script that completes commands in that shell",
    allowedValues: CompletionShell.allCases.map(\.rawValue))

  /// What every command takes, without having to say so.
  static let ofEveryCommand = [store, help]
}
