import Text

/// One thing that is wrong with a command line. All the wording is here.
enum CommandLineProblem: Sendable, Equatable {
  case missingCommand
  case unknownCommand(String, nearest: String?)
  /// The nearest one is given as typed, with its dashes.
  case unknownFlag(String, nearest: String?)
  case missingValue(OptionDefinition)
  case emptyValue(OptionDefinition)
  case flagInsteadOfValue(OptionDefinition, found: String)
  case valueForSwitch(OptionDefinition, value: String)
  case valueNotAllowed(OptionDefinition, value: String, nearest: String?)
  case repeatedFlag(OptionDefinition, values: [String])
  case conflictingFlags([OptionDefinition])
  case missingFlag(OptionDefinition)
  /// None of the flags was given of which there must be one.
  case missingAlternative([OptionDefinition])
  case missingPositional(PositionalDefinition)
  case emptyPositional(PositionalDefinition)
  case surplusArguments([String])
  /// The position is counted from 1; the text shows what can be read of it.
  case notUTF8(position: Int, text: String)

  /// What is wrong, as a sentence without a full stop.
  var message: String {
    switch self {
    case .missingCommand:
      "no command is given"
    case .unknownCommand(let word, let nearest):
      "unknown command “\(word)”" + suggestion(nearest)
    case .unknownFlag(let flag, let nearest):
      "unknown flag “\(flag)”" + suggestion(nearest)
    case .missingValue(let option):
      "\(option.flag) needs a value: \(option.synopsis)"
    case .emptyValue(let option):
      "\(option.flag) needs a value, but it is empty: \(option.synopsis)"
    case .flagInsteadOfValue(let option, let found):
      "\(option.flag) needs a value, but “\(found)” looks like a flag"
    case .valueForSwitch(let option, let value):
      "\(option.flag) takes no value, but “\(value)” is attached to it"
    case .valueNotAllowed(let option, let value, let nearest):
      "“\(value)” is not a value of \(option.flag)" + suggestion(nearest)
    case .repeatedFlag(let option, let values):
      "\(option.flag) is given more than once: \(values.map { "“\($0)”" }.listed("and"))"
    case .conflictingFlags(let options):
      "\(options.map(\.flag).listed("and")) cannot go together"
    case .missingFlag(let option):
      "missing \(option.synopsis): \(option.help)"
    case .missingAlternative(let options):
      "missing \(options.map(\.synopsis).listed("or"))"
    case .missingPositional(let positional):
      "missing \(positional.name): \(positional.help)"
    case .emptyPositional(let positional):
      "\(positional.name) is empty: \(positional.help)"
    case .surplusArguments(let words):
      "nothing is expected at \(words.map { "“\($0)”" }.listed("and"))"
    case .notUTF8(let position, let text):
      "argument \(position), “\(text)”, is not valid UTF-8"
    }
  }

  /// What would be right; nil where the message says it.
  var remedy: String? {
    switch self {
    case .flagInsteadOfValue(let option, _):
      "a value that starts with a dash is joined with “=”: \(option.flag)=…"
    case .valueNotAllowed(let option, _, _):
      "allowed: \(option.allowedValues.listed("or"))"
    case .repeatedFlag:
      "give it once"
    case .conflictingFlags:
      "give one of them"
    case .surplusArguments:
      "a value with spaces in it needs quotes around it"
    case .notUTF8:
      "type it again in a terminal that is set to UTF-8"
    case .missingCommand, .unknownCommand, .unknownFlag, .missingValue, .emptyValue,
      .valueForSwitch, .missingFlag, .missingAlternative, .missingPositional,
      .emptyPositional:
      nil
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { ": did you mean “\($0)”?" } ?? ""
  }
}

/// Everything that is wrong with one command line; exit code 2.
package struct CommandLineProblems: Error, Sendable, Equatable {
  /// The command that was meant; nil where that is not known.
  let command: String?
  /// In the order they were found; never empty.
  let problems: [CommandLineProblem]

  /// The problems as a person reads them. The last one says where to read more, unless it says
  /// itself what would be right.
  package var diagnostics: [Diagnostic] {
    var diagnostics = problems.map { Diagnostic($0.message, remedy: $0.remedy) }
    if let last = diagnostics.indices.last, diagnostics[last].remedy == nil {
      diagnostics[last].remedy =
        command.map { "run `outcomes help \($0)` for its arguments and flags" }
        ?? "run `outcomes help` for the list"
    }
    return diagnostics
  }
}
