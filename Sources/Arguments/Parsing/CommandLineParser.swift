import Text

/// Parses a command line.
package struct CommandLineParser<Command: DefinedCommand> {
  private let arguments: [String]
  private let commands: [Command]
  private let canAsk: Bool

  /// - Parameters:
  ///   - arguments: the arguments, without the program's own name.
  ///   - commands: all commands, without `help`.
  ///   - canAsk: true if there is somebody to ask for what is left out.
  /// - Returns: the invocation, with one of `commands`.
  /// - Throws: all problems with the line, not just the first.
  package static func parse(
    _ arguments: [String], commands: [Command], canAsk: Bool = false
  ) throws(CommandLineProblems) -> Invocation<Command> {
    guard let first = arguments.first else { return .help(nil) }
    if first == CompletionRequest.word {
      let definitions = commands.map(\.definition) + [.help]
      return .completion(CompletionRequest(Array(arguments.dropFirst()), commands: definitions))
    }
    return try CommandLineParser(arguments: arguments, commands: commands, canAsk: canAsk)
      .invocation()
  }

  private func invocation() throws(CommandLineProblems) -> Invocation<Command> {
    guard let place = commandPlace else { return try invocationWithoutCommand() }
    var rest = arguments
    let word = rest.remove(at: place)
    if word == CommandDefinition.help.name { return try help(rest) }
    let command = try command(named: word)
    if asks(for: .help) { return .help(command) }
    if asks(for: .version) { return .version }
    return .run(command, try ArgumentReader.read(rest, for: command.definition, canAsk: canAsk))
  }

  /// The position of the command: the first word that is not the value of a flag. It does not have
  /// to come first, so that `outcomes --store DIR summary` works too.
  private var commandPlace: Int? {
    var place = 0
    while place < arguments.count {
      switch ArgumentToken(arguments[place]) {
      case .word: return place
      case .endOfFlags: place += 1
      case .flag(_, let attachedValue):
        place += attachedValue == nil && isFollowedByValue(place) ? 2 : 1
      }
    }
    return nil
  }

  private func isFollowedByValue(_ place: Int) -> Bool {
    let option =
      knownOptions.matching(arguments[place]) ?? knownOptions.nearest(to: arguments[place])
    let next = arguments.dropFirst(place + 1).first
    return option?.takesValue == true && next.map(ArgumentToken.init) == .word
  }

  private var knownOptions: [OptionDefinition] {
    commands.flatMap(\.definition.options) + CommandDefinition.withoutCommand.options
  }

  /// True if the flag is anywhere before `--`.
  private func asks(for option: OptionDefinition) -> Bool {
    arguments.prefix { $0 != "--" }.contains { [option].matching($0) != nil }
  }

  private func command(named word: String) throws(CommandLineProblems) -> Command {
    if let command = commands.first(where: { $0.definition.name == word }) { return command }
    let names = commands.map(\.definition.name) + [CommandDefinition.help.name]
    let nearest = NearMiss.nearest(to: word, among: names)
    throw CommandLineProblems(command: nil, problems: [.unknownCommand(word, nearest: nearest)])
  }

  private func help(_ rest: [String]) throws(CommandLineProblems) -> Invocation<Command> {
    let parsed = try ArgumentReader.read(rest, for: .help)
    let topic = parsed.value(of: .helpTopic)
    if parsed.has(.manual) {
      guard let topic else { return .manual }
      throw CommandLineProblems(
        command: CommandDefinition.help.name, problems: [.surplusArguments([topic])])
    }
    guard let topic, topic != CommandDefinition.help.name else { return .help(nil) }
    return .help(try command(named: topic))
  }

  private func invocationWithoutCommand() throws(CommandLineProblems) -> Invocation<Command> {
    if asks(for: .help) { return .help(nil) }
    if asks(for: .version) { return .version }
    if asks(for: .completionScript) { return .completionScript(try completionShell()) }
    let unknown = arguments.compactMap { argument -> CommandLineProblem? in
      guard case .flag = ArgumentToken(argument), knownOptions.matching(argument) == nil else {
        return nil
      }
      let nearest = knownOptions.nearest(to: argument)?.flag
      return .unknownFlag(argument.upToEquals, nearest: nearest)
    }
    throw CommandLineProblems(
      command: nil, problems: unknown.isEmpty ? [.missingCommand] : unknown)
  }

  private func completionShell() throws(CommandLineProblems) -> CompletionShell {
    let parsed: ParsedArguments
    do {
      parsed = try ArgumentReader.read(arguments, for: .withoutCommand)
    } catch {
      throw CommandLineProblems(command: nil, problems: error.problems)
    }
    let shell = parsed.value(of: .completionScript).flatMap(CompletionShell.init)
    guard let shell else {
      throw CommandLineProblems(command: nil, problems: [.missingValue(.completionScript)])
    }
    return shell
  }
}
