/// The overview and the page of one command, generated from the definitions. Each ends with a
/// newline.
package struct HelpText: Sendable {
  private let column: TextColumn
  private let exitCodes: [(code: Int32, meaning: String)]

  /// - Parameters:
  ///   - width: the number of characters in a line.
  ///   - exitCodes: the exit codes with their meanings.
  package init(width: Int = 80, exitCodes: [(code: Int32, meaning: String)]) {
    column = TextColumn(width: width)
    self.exitCodes = exitCodes
  }

  /// Returns the text of `outcomes help`. `commands` does not include `help`.
  package func overview(of commands: [CommandDefinition]) -> String {
    let nameWidth = commands.map(\.name.count).max()
    let groups = CommandGroup.allCases.compactMap { group -> [String]? in
      let members = (commands + [.help]).filter { $0.group == group }
      guard !members.isEmpty else { return nil }
      return section(
        group.rawValue, column.list(members.map { ($0.name, $0.summary) }, termWidth: nameWidth))
    }
    return text(
      [
        column.lines(
          of: CommandDefinition.programSummary),
        usage("outcomes COMMAND [ARGUMENTS] [FLAGS]"),
        section(
          "Try it",
          examples([
            CommandExample("outcomes demo", "A program with invented participants, and its results")
          ])),
      ] + groups + [
        section("Flags", list(CommandDefinition.withoutCommand.options)),
        column.lines(of: "Run `outcomes help COMMAND` for examples and the flags of one command."),
      ])
  }

  /// Returns the text of `outcomes help COMMAND`, with the examples first.
  package func page(of command: CommandDefinition) -> String {
    let ownOptions = command.alternatives + command.ownOptions
    return text([
      usage(command.usage),
      column.lines(of: command.summary + "."),
      section(command.examples.count == 1 ? "Example" : "Examples", examples(command.examples)),
      column.lines(of: command.discussion),
      section("Arguments", column.list(command.positionals.map { ($0.synopsis, $0.help) })),
      section("Flags", list(ownOptions)),
      section(
        ownOptions.isEmpty ? "Flags" : "Flags shared with other commands",
        list(command.sharedOptions + OptionDefinition.ofEveryCommand)),
      section("Exit codes", column.list(exitCodes.map { ("\($0.code)", $0.meaning) })),
    ])
  }

  /// The sections that are not empty, with an empty line between them.
  private func text(_ sections: [[String]]) -> String {
    let filled = sections.filter { !$0.isEmpty }
    return filled.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title + ":"] + lines
  }

  private func usage(_ line: String) -> [String] {
    column.lines(of: ["Usage:"] + bracketedPieces(of: line), hanging: 9)
  }

  /// Splits a usage line at the spaces outside brackets, so that `[--date DATE]` stays together.
  private func bracketedPieces(of line: String) -> [String] {
    var depth = 0
    let pieces = line.split { character in
      if "[(".contains(character) { depth += 1 }
      if "])".contains(character) { depth -= 1 }
      return character == " " && depth == 0
    }
    return pieces.map(String.init)
  }

  private func examples(_ examples: [CommandExample]) -> [String] {
    examples.flatMap { example in
      ["  " + example.commandLine] + column.lines(of: example.explanation, indentation: 6)
    }
  }

  private func list(_ options: [OptionDefinition]) -> [String] {
    let hasLetters = options.contains { $0.letter != nil }
    return column.list(
      options.map { option in
        let letter = option.shortFlag.map { $0 + ", " } ?? (hasLetters ? "    " : "")
        return (letter + option.synopsis, option.helpWithNotes)
      })
  }
}
