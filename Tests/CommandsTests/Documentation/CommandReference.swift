@testable import Arguments
@testable import Commands

/// The article with every command, made from the definitions.
enum CommandReference {
  static var text: String {
    let definitions = Command.all.map(\.definition) + [.help]
    let groups = CommandGroup.allCases.map { group in
      (group, definitions.filter { $0.group == group })
    }
    let sections = groups.flatMap { group, members in members.map { section($0, group) } }
    return """
      # Command reference

      Every command with its arguments and flags, made from the definitions that the commands
      themselves use.

      ## Overview

      Every command takes \(list(OptionDefinition.ofEveryCommand)). Flags may stand anywhere after
      the command, as `--as-of 2026-06-30` or `--as-of=2026-06-30`; two dashes alone end the flags.
      What each exit code means is in <doc:ExitCodes>.

      \(groups.map { group, members in
        "- \(group.rawValue): \(members.map { "`outcomes \($0.name)`" }.joined(separator: ", "))"
      }.joined(separator: "\n"))

      ## Flags of every command

      \(table(OptionDefinition.ofEveryCommand.map(row)))

      ## Flags without a command

      \(table(CommandDefinition.withoutCommand.ownOptions.map(row)))

      \(sections.joined(separator: "\n"))
      """
  }

  private static func section(_ command: CommandDefinition, _ group: CommandGroup) -> String {
    let rows =
      command.positionals.map { ($0.synopsis, $0.help) }
      + (command.alternatives + command.ownOptions + command.sharedOptions).map(row)
    let parts = [
      "## \(command.name)", command.summary + ".", "```text\n\(command.usage)\n```",
      command.discussion, rows.isEmpty ? "" : table(rows),
      "Examples:\n\n"
        + command.examples.map {
          "- `\($0.commandLine)`: \($0.explanation)"
        }.joined(separator: "\n"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func row(_ option: OptionDefinition) -> (String, String) {
    ((option.shortFlag.map { $0 + ", " } ?? "") + option.synopsis, option.helpWithNotes)
  }

  private static func table(_ rows: [(term: String, meaning: String)]) -> String {
    "| argument or flag | meaning |\n|---|---|\n"
      + rows.map { "| `\(cell($0.term))` | \(cell($0.meaning)) |" }.joined(separator: "\n")
  }

  /// A text that does not end its cell of a table.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }

  private static func list(_ options: [OptionDefinition]) -> String {
    options.map { "`\($0.flag)`" }.joined(separator: " and ")
  }
}
