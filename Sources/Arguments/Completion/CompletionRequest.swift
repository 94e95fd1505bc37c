/// The request of a shell to complete the last word of a command line.
package struct CompletionRequest: Sendable, Equatable {
  /// The word after the program's name by which a shell makes the request. The words of the
  /// unfinished command line follow it.
  static let word = "complete"

  /// What is expected where the last word is.
  package enum Expected: Sendable, Equatable {
    case command
    case flag
    /// One of the values, or one that the hint describes if there are none.
    case value(CompletionHint, allowed: [String])
  }

  package let expected: Expected
  /// The part of the last word that is to be completed.
  package let typed: String
  /// The part before it: `--format=` of `--format=js`, usually empty.
  package let attached: String
  /// The flags that can still be given.
  package let flags: [OptionDefinition]
  /// True if the word may also be a flag.
  package let canBeFlag: Bool
  /// The values that a repeatable positional has already, if it comes next.
  package let taken: [String]
  /// The values typed before.
  package let arguments: ParsedArguments

  /// - Parameters:
  ///   - words: the words up to the cursor without the program's name; the last one, which may be
  ///     empty, is to be completed.
  ///   - commands: all commands, including `help`.
  init(_ words: [String], commands: [CommandDefinition]) {
    let line = UnfinishedLine(words.dropLast(), commands: commands)
    let word = words.last ?? ""
    flags = line.remainingOptions
    arguments = line.arguments
    let positional = line.awaiting == nil ? line.positional : nil
    taken = positional.map { $0.isRepeatable ? line.arguments.values(of: $0) : [] } ?? []
    canBeFlag = !line.hasEndedFlags && line.awaiting == nil && line.command != nil
    let isFlag = !line.hasEndedFlags && word.hasPrefix("-")
    if let option = line.awaiting {
      (expected, typed, attached) = (.value(of: option), word, "")
    } else if isFlag, let value = word.afterEquals, let option = line.option(matching: word) {
      (expected, typed, attached) = (.value(of: option), value, word.upToEquals + "=")
    } else if isFlag {
      (expected, typed, attached) = (.flag, word, "")
    } else if line.command == nil, !line.hasUnknownCommand {
      (expected, typed, attached) = (.command, word, "")
    } else {
      let hint = positional?.completion ?? .none
      (expected, typed, attached) = (.value(hint, allowed: []), word, "")
    }
  }
}

extension CompletionRequest.Expected {
  fileprivate static func value(of option: OptionDefinition) -> Self {
    .value(option.completion, allowed: option.allowedValues)
  }
}
