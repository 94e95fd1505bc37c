/// What a person can type after `outcomes`, as data: the parser, the help and the shell
/// completions are all made from it, so that they cannot disagree.
package struct CommandDefinition: Sendable, Equatable {
  /// The word that is typed, such as `record`.
  package let name: String
  /// Where the overview lists it.
  package let group: CommandGroup
  /// One short sentence without a full stop.
  package let summary: String
  /// A paragraph on what it does and what it does not.
  package let discussion: String
  /// The arguments that are known by their place, the optional ones last.
  package let positionals: [PositionalDefinition]
  /// Flags of which at most one can be given, such as `--answers` and `--score`; or empty.
  package let alternatives: [OptionDefinition]
  /// Whether one of them must be given.
  package let needsAlternative: Bool
  /// The command's own flags, in the order in which help shows them.
  package let ownOptions: [OptionDefinition]
  /// The flags it shares with other commands, besides those that every command takes.
  package let sharedOptions: [OptionDefinition]
  /// What follows the name in the usage line, where that is not to be made from the definition.
  package let usageTail: String?
  /// At least one command line that works as it stands.
  package let examples: [CommandExample]

  package init(
    _ name: String, group: CommandGroup, summary: String, discussion: String,
    positionals: [PositionalDefinition] = [], alternatives: [OptionDefinition] = [],
    needsAlternative: Bool = true, options: [OptionDefinition] = [],
    sharedOptions: [OptionDefinition] = [],
    usageTail: String? = nil, examples: [CommandExample]
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.alternatives = alternatives
    self.needsAlternative = needsAlternative
    self.ownOptions = options
    self.sharedOptions = sharedOptions
    self.usageTail = usageTail
    self.examples = examples
  }

  /// Every flag it takes: its own, the shared ones, and those that every command takes.
  package var options: [OptionDefinition] {
    alternatives + ownOptions + sharedOptions + OptionDefinition.ofEveryCommand
  }

  /// `outcomes record ID TIMEPOINT …`: positionals, then the command's own flags. The shared flags
  /// are left to the list of flags below it.
  package var usage: String {
    (["outcomes", name] + (usageTail.map { [$0] } ?? generatedUsageTail)).joined(separator: " ")
  }

  private var generatedUsageTail: [String] {
    let choice = alternatives.map(\.synopsis).joined(separator: " | ")
    return positionals.map(\.synopsis)
      + (choice.isEmpty ? [] : ["(\(choice))"])
      + ownOptions.map { option in
        let usage = option.isRequired ? option.synopsis : "[\(option.synopsis)]"
        return option.isRepeatable ? usage + "…" : usage
      }
  }
}

/// A command that can be typed, as its definition says.
package protocol DefinedCommand: Sendable {
  var definition: CommandDefinition { get }
}

extension CommandDefinition {
  /// The program in one sentence, for the overview and the manual page.
  static let programSummary =
    "outcomes tracks a peer-support program: scores go in, changes come out."

  /// `outcomes help [COMMAND]`, which the parser answers by itself.
  package static let help = CommandDefinition(
    "help", group: .other, summary: "Explain a command",
    discussion: "Without a command, it lists them all.",
    positionals: [.helpTopic], options: [.manual],
    examples: [
      CommandExample("outcomes help record", "Everything about entering a score"),
      CommandExample("outcomes help --man", "The manual page, for `man -l -`"),
    ])

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

/// A command line that works as it stands, with what it does.
package struct CommandExample: Sendable, Equatable {
  /// The whole line, from `outcomes` on.
  package let commandLine: String
  /// What it does, without a full stop.
  package let explanation: String

  package init(_ commandLine: String, _ explanation: String) {
    self.commandLine = commandLine
    self.explanation = explanation
  }
}
