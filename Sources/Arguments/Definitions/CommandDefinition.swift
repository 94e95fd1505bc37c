/// The definition of a command as data. The parser, the help and the shell completions are all
/// generated from it, so that they cannot disagree.
package struct CommandDefinition: Sendable, Equatable {
  /// The word to type, such as `record`.
  package let name: String
  /// The section of the overview that lists it.
  package let group: CommandGroup
  /// One short sentence without a period.
  package let summary: String
  /// A paragraph on what it does and what it does not do.
  package let discussion: String
  /// The positional arguments, the optional ones last.
  package let positionals: [PositionalDefinition]
  /// Flags of which at most one can be given, such as `--answers` and `--score`; or empty.
  package let alternatives: [OptionDefinition]
  /// True if one of them must be given.
  package let needsAlternative: Bool
  /// True if the command asks for positionals and alternatives that are left out. They must be
  /// given where nobody can be asked, and with `--no-input`.
  package let asksForMissing: Bool
  /// The command's own flags, in the order in which help shows them.
  package let ownOptions: [OptionDefinition]
  /// The flags it shares with some other commands, not including those that every command takes.
  package let sharedOptions: [OptionDefinition]
  /// The usage line after the name, if it is not generated from the definition.
  package let usageTail: String?
  /// At least one command line that works as written.
  package let examples: [CommandExample]

  package init(
    _ name: String, group: CommandGroup, summary: String, discussion: String,
    positionals: [PositionalDefinition] = [], alternatives: [OptionDefinition] = [],
    needsAlternative: Bool = true, asksForMissing: Bool = false, options: [OptionDefinition] = [],
    sharedOptions: [OptionDefinition] = [],
    usageTail: String? = nil, examples: [CommandExample]
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.positionals = asksForMissing ? positionals.map(\.optional) : positionals
    self.alternatives = alternatives
    self.needsAlternative = needsAlternative
    self.asksForMissing = asksForMissing
    self.ownOptions = options + (asksForMissing ? [.noInput] : [])
    self.sharedOptions = sharedOptions
    self.usageTail = usageTail
    self.examples = examples
  }

  /// All flags it takes: its own, the shared ones, and those that every command takes.
  package var options: [OptionDefinition] {
    alternatives + ownOptions + sharedOptions + OptionDefinition.ofEveryCommand
  }

  /// The usage line, `outcomes record ID TIMEPOINT …`: positionals, then the command's own flags.
  /// The shared flags are only in the list of flags below it.
  package var usage: String {
    (["outcomes", name] + (usageTail.map { [$0] } ?? generatedUsageTail)).joined(separator: " ")
  }

  private var generatedUsageTail: [String] {
    let choice = alternatives.map(\.synopsis).joined(separator: " | ")
    let isOptional = asksForMissing || !needsAlternative
    return positionals.map(\.synopsis)
      + (choice.isEmpty ? [] : [isOptional ? "[\(choice)]" : "(\(choice))"])
      + ownOptions.map { option in
        let usage = option.isRequired ? option.synopsis : "[\(option.synopsis)]"
        return option.isRepeatable ? usage + "…" : usage
      }
  }
}

/// A command with the definition of what can be typed.
package protocol DefinedCommand: Sendable {
  var definition: CommandDefinition { get }
}

extension CommandDefinition {
  /// The program in one sentence, for the overview and the manual page.
  static let programSummary =
    "outcomes tracks a peer-support program: enter scores and report changes."

  /// The definition of `outcomes help [COMMAND]`, which the parser handles without a command.
  package static let help = CommandDefinition(
    "help", group: .other, summary: "Explain a command",
    discussion: "Without a command, lists them all.",
    positionals: [.helpTopic], options: [.manual],
    examples: [
      CommandExample("outcomes help record", "Everything about entering a score"),
      CommandExample("outcomes help --man", "The manual page, for `man -l -`"),
    ])

  /// The flags that can be given without a command.
  static let withoutCommand = CommandDefinition(
    "", group: .other, summary: "", discussion: "",
    options: [.version, .completionScript], examples: [])
}

extension PositionalDefinition {
  /// The command to explain in `outcomes help COMMAND`.
  static let helpTopic = PositionalDefinition(
    "COMMAND", help: "the command to explain", isOptional: true, completion: .commandName)
}

/// A command line that works as written, with an explanation.
package struct CommandExample: Sendable, Equatable {
  /// The whole line, including `outcomes`.
  package let commandLine: String
  /// A phrase on what it does, without a period.
  package let explanation: String

  package init(_ commandLine: String, _ explanation: String) {
    self.commandLine = commandLine
    self.explanation = explanation
  }
}
