/// The manual page of the program: text with the macros of man(7), generated from the definitions.
package struct ManualPage: Sendable {
  /// A name with its meaning.
  package typealias Entry = (name: String, meaning: String)

  private let version: String
  private let released: String
  private let commands: [CommandDefinition]
  private let files: [Entry]
  private let environment: [Entry]
  private let exitCodes: [(code: Int32, meaning: String)]

  /// - Parameters:
  ///   - version: the version, such as `0.2.0`.
  ///   - released: the date of the release, YYYY-MM-DD.
  ///   - commands: the commands without `help`, in the order in which their groups list them.
  ///   - files: the files that the program reads and writes.
  ///   - environment: the environment variables that it reads.
  ///   - exitCodes: the exit codes with their meanings.
  package init(
    version: String, released: String, commands: [CommandDefinition], files: [Entry],
    environment: [Entry], exitCodes: [(code: Int32, meaning: String)]
  ) {
    self.version = version
    self.released = released
    self.commands = commands + [.help]
    self.files = files
    self.environment = environment
    self.exitCodes = exitCodes
  }

  /// The whole page; it ends with a newline.
  package var text: String {
    let lines =
      [
        #".TH OUTCOMES 1 \#(released) "outcomes \#(version)" "User Commands""#,
        ".SH NAME", #"outcomes \- track the outcomes of a peer-support program"#,
        ".SH SYNOPSIS", Roff.synopsis("outcomes COMMAND [ARGUMENTS] [FLAGS]"),
        ".SH DESCRIPTION",
      ]
      + Roff.sentence(CommandDefinition.programSummary)
      + section("COMMANDS", CommandGroup.allCases.flatMap(group))
      + section("SHARED FLAGS", sharedOptions.flatMap(option))
      + section("FILES", files.flatMap { entry(Roff.bold($0.name), $0.meaning) })
      + section("ENVIRONMENT", environment.flatMap { entry(Roff.bold($0.name), $0.meaning) })
      + section("EXIT STATUS", exitCodes.flatMap { entry("\($0.code)", $0.meaning) })
      + section(
        "EXAMPLES",
        commands.flatMap(\.examples).flatMap { entry(Roff.bold($0.commandLine), $0.explanation) })
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [".SH \(title)"] + lines
  }

  private func group(_ group: CommandGroup) -> [String] {
    let members = commands.filter { $0.group == group }
    return members.isEmpty ? [] : [".SS \(group.rawValue)"] + members.flatMap(command)
  }

  /// The entry of a command, with its arguments and its own flags, but only the names of the flags
  /// that it shares with others.
  private func command(_ command: CommandDefinition) -> [String] {
    let own =
      command.positionals.flatMap { entry(Roff.italic($0.name), $0.help) }
      + (command.alternatives + command.ownOptions).flatMap(option)
    let shared = command.sharedOptions.map { "`\($0.flag)`" }.joined(separator: ", ")
    return [".TP", Roff.synopsis(command.usage)] + Roff.sentence(command.summary)
      + (command.discussion.isEmpty ? [] : [".IP"] + Roff.sentence(command.discussion))
      + (shared.isEmpty ? [] : [".IP"] + Roff.sentence("Shared flags: \(shared)"))
      + (own.isEmpty ? [] : [".RS"] + own + [".RE"])
  }

  /// The flags that several commands take, and those that can be given without a command.
  private var sharedOptions: [OptionDefinition] {
    let all =
      commands.flatMap(\.sharedOptions) + CommandDefinition.withoutCommand.options
    return all.reduce(into: []) { known, option in
      if !known.contains(option) { known.append(option) }
    }
  }

  private func option(_ option: OptionDefinition) -> [String] {
    let letter = option.shortFlag.map { Roff.bold($0) + ", " } ?? ""
    return entry(letter + Roff.synopsis(option.synopsis), option.helpWithNotes)
  }

  /// A term with its explanation indented below it.
  private func entry(_ term: String, _ explanation: String) -> [String] {
    [".TP", term] + Roff.sentence(explanation)
  }
}

/// Text in the form that the formatter of manual pages reads.
private enum Roff {
  /// A sentence with a period in lines of less than 80 characters; text between backticks is set in
  /// bold.
  static func sentence(_ text: String) -> [String] {
    let words = text.last == "." ? text : text + "."
    var isCode = false
    let marked = words.map { character in
      guard character == "`" else { return escaped(character, isLiteral: isCode) }
      isCode.toggle()
      return isCode ? #"\fB"# : #"\fR"#
    }
    return TextColumn(width: 78).lines(of: marked.joined()).map { line in
      // A line that begins with one of these would be an instruction to the formatter.
      ".'".contains(line.prefix(1)) ? #"\&"# + line : line
    }
  }

  static func bold(_ text: String) -> String { #"\fB"# + literal(text) + #"\fR"# }

  static func italic(_ text: String) -> String { #"\fI"# + literal(text) + #"\fR"# }

  /// A usage line: flags and lower-case words, which are typed as written, in bold; placeholders
  /// for values in italics; brackets plain.
  static func synopsis(_ usage: String) -> String {
    usage.split(separator: " ").map { word in
      let opening = word.prefix { "[(".contains($0) }
      let rest = word.dropFirst(opening.count)
      let core = rest.prefix { !"])…".contains($0) }
      let closing = rest.dropFirst(core.count)
      let isTyped = core.first == "-" || core == core.lowercased()
      let set =
        core.isEmpty || core == "|"
        ? String(core) : isTyped ? bold(String(core)) : italic(String(core))
      return literal(String(opening)) + set + literal(String(closing))
    }.joined(separator: " ")
  }

  private static func literal(_ text: String) -> String {
    text.map { escaped($0, isLiteral: true) }.joined()
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }

  /// - Parameter isLiteral: true for text to be typed, in which hyphens and quotation marks must
  ///   stay as they are.
  private static func escaped(_ character: Character, isLiteral: Bool) -> String {
    switch character {
    case "\\": #"\e"#
    case "-" where isLiteral: #"\-"#
    case "'" where isLiteral: #"\(aq"#
    case "−": #"\-"#
    case "“": #"\(lq"#
    case "”": #"\(rq"#
    case "’": #"\(cq"#
    case "…": "..."
    case "·": #"\(pc"#
    case _ where character.isASCII: String(character)
    default: character.unicodeScalars.map { "\\[u\(hexadecimal($0))]" }.joined()
    }
  }
}
