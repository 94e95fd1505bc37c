/// The flags that every command takes, and those that can be given without a command.
extension OptionDefinition {
  package static let store = OptionDefinition(
    "store", valueName: "DIR",
    help: "the program folder; default: OUTCOMES_STORE, or the nearest at or above this folder",
    completion: .directory)

  /// The flag of commands that ask for what is left out.
  package static let noInput = OptionDefinition(
    "no-input", help: "never ask: what is left out is an error, as without a terminal")

  static let help = OptionDefinition("help", letter: "h", help: "show this help")

  static let manual = OptionDefinition(
    "man", help: "print the manual page of all commands, in the format of man")

  static let version = OptionDefinition("version", help: "show the version")

  static let completionScript = OptionDefinition(
    "generate-completion-script", help: "print a script that completes commands in that shell",
    allowedValues: CompletionShell.allCases.map(\.rawValue))

  /// The flags that every command takes without listing them.
  static let ofEveryCommand = [store, help]
}
