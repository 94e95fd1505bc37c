import Text

/// A problem with a command line. All the wording of these problems is in this type.
enum CommandLineProblem: Sendable, Equatable {
  case missingCommand
  case unknownCommand(String, nearest: String?)
  /// `nearest` is the flag as typed, with its dashes.
  case unknownFlag(String, nearest: String?)
  case missingValue(OptionDefinition)
  case emptyValue(OptionDefinition)
  case flagInsteadOfValue(OptionDefinition, found: String)
  case valueForSwitch(OptionDefinition, value: String)
  case valueNotAllowed(OptionDefinition, value: String, nearest: String?)
  case repeatedFlag(OptionDefinition, values: [String])
  case conflictingFlags([OptionDefinition])
  case missingFlag(OptionDefinition)
  /// None of the flags was given, although one of them is required.
  case missingAlternative([OptionDefinition])
  case missingPositional(PositionalDefinition)
  case emptyPositional(PositionalDefinition)
  case surplusArguments([String])
  /// The position counts from 1; the text is the readable part of the argument.
  case notUTF8(position: Int, text: String)

  /// The problem as a sentence without a period.
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
      "\(option.flag) does not take a value, but “\(value)” is attached to it"
    case .valueNotAllowed(let option, let value, let nearest):
      "“\(value)” is not a valid value for \(option.flag)" + suggestion(nearest)
    case .repeatedFlag(let option, let values):
      "\(option.flag) is given more than once: \(values.map { "“\($0)”" }.listed("and"))"
    case .conflictingFlags(let options):
      "\(options.map(\.flag).listed("and")) cannot be used together"
    case .missingFlag(let option):
      "missing \(option.synopsis): \(option.help)"
    case .missingAlternative(let options):
      "missing \(options.map(\.synopsis).listed("or"))"
    case .missingPositional(let positional):
      "missing \(positional.name): \(positional.help)"
    case .emptyPositional(let positional):
      "\(positional.name) needs a value, but it is empty: \(positional.help)"
    case .surplusArguments(let words):
      "unexpected \(words.map { "“\($0)”" }.listed("and"))"
    case .notUTF8(let position, let text):
      "argument \(position), “\(text)”, is not valid UTF-8"
    }
  }

  /// The remedy; nil if the message already includes it.
  var remedy: String? {
    switch self {
    case .flagInsteadOfValue(let option, _):
      "join a value that starts with a dash with “=”: \(option.flag)=…"
    case .valueNotAllowed(let option, _, _):
      "allowed: \(option.allowedValues.listed("or"))"
    case .repeatedFlag:
      "give it once"
    case .conflictingFlags:
      "give one of them"
    case .surplusArguments:
      "put quotes around a value that contains spaces"
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

/// All problems with a command line; exit code 2.
package struct CommandLineProblems: Error, Sendable, Equatable {
  /// The name of the command; nil if it is not known.
  let command: String?
  /// The problems in the order in which they were found; never empty.
  let problems: [CommandLineProblem]

  /// The problems with their remedies. Without a remedy of its own, the last one refers to the
  /// help.
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
