/// The words of a command line before the one that is being typed. Unlike `ArgumentReader`, it
/// finds no problems: what is missing may still be typed.
struct UnfinishedLine {
  /// The command; nil if it is not typed yet or not known.
  private(set) var command: CommandDefinition?
  /// True if there is a word where the command should be, and no command has that name.
  private(set) var hasUnknownCommand = false
  /// True after `--`.
  private(set) var hasEndedFlags = false
  /// The flag whose value comes next.
  private(set) var awaiting: OptionDefinition?
  private var optionValues: [String: [String]] = [:]
  private var words: [String] = []
  /// True after a value that may continue with further numbers.
  private var isInList = false
  private let commands: [CommandDefinition]

  init(_ words: some Sequence<String>, commands: [CommandDefinition]) {
    self.commands = commands
    for word in words { read(word) }
  }

  /// The flags that can still be given.
  var remainingOptions: [OptionDefinition] {
    guard !hasUnknownCommand else { return [] }
    let command = command ?? .withoutCommand
    let alternatives = command.alternatives.map(\.name)
    let isChosen = alternatives.contains { optionValues[$0] != nil }
    return command.options.filter { option in
      if isChosen, alternatives.contains(option.name) { return false }
      return option.isRepeatable || optionValues[option.name] == nil
    }
  }

  /// The positional that comes next; nil if there is none.
  var positional: PositionalDefinition? {
    let positionals = command?.positionals ?? []
    if words.count < positionals.count { return positionals[words.count] }
    return positionals.last.flatMap { $0.isRepeatable ? $0 : nil }
  }

  /// The values typed so far.
  var arguments: ParsedArguments {
    var values: [String: [String]] = [:]
    for (index, word) in words.enumerated() {
      guard let positionals = command?.positionals, !positionals.isEmpty else { break }
      values[positionals[min(index, positionals.count - 1)].name, default: []].append(word)
    }
    return ParsedArguments(optionValues: optionValues, positionalValues: values)
  }

  /// Returns the flag that a word such as `--output=FILE` names.
  func option(matching word: String) -> OptionDefinition? {
    let everywhere = commands.flatMap(\.options) + CommandDefinition.withoutCommand.options
    return (command?.options ?? everywhere).matching(word)
  }

  private mutating func read(_ word: String) {
    if let option = awaiting {
      awaiting = nil
      return take(word, for: option)
    }
    if isInList, ArgumentToken.listElement(word) != nil { return }
    isInList = false
    switch hasEndedFlags ? .word : ArgumentToken(word) {
    case .word: place(word)
    case .endOfFlags: hasEndedFlags = true
    case .flag(_, let attachedValue):
      guard let option = option(matching: word) else { return }
      optionValues[option.name, default: []] += []
      if let attachedValue {
        take(attachedValue, for: option)
      } else if option.takesValue {
        awaiting = option
      }
    }
  }

  private mutating func take(_ value: String, for option: OptionDefinition) {
    optionValues[option.name, default: []].append(value)
    isInList = option.takesFollowingNumbers
  }

  private mutating func place(_ word: String) {
    if command != nil {
      words.append(word)
    } else {
      command = commands.first { $0.name == word }
      hasUnknownCommand = hasUnknownCommand || command == nil
    }
  }
}
