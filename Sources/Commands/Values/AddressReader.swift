import Arguments
import Analysis
import Records
import Reports
import Text

/// Reads the address that `outcomes explain` is given, in one argument or in several.
struct AddressReader {
  let command: ExplainedCommand
  /// What follows the command: words, and `ATTRIBUTE=VALUE`.
  let words: [String]

  /// - Throws: a command whose numbers have no addresses.
  init(_ arguments: ParsedArguments) throws(Refusal) {
    let typed = PositionalDefinition.ofAddress.compactMap { arguments.value(of: $0) }
    let all = typed.flatMap(Self.words)
    let names = ExplainedCommand.allCases.map(\.rawValue)
    let name = all.first ?? ""
    guard let command = ExplainedCommand(rawValue: name) else {
      throw Refusal(
        .wrongCommandLine,
        Diagnostic(
          "“\(name)” is not a command whose numbers can be explained",
          remedy: NearMiss.suggestion(for: name, among: names)
            ?? "they are: \(names.joined(separator: ", "))"))
    }
    self.command = command
    words = Array(all.dropFirst())
  }

  /// The attributes and their values.
  var values: [CohortSelection.AttributeValue] {
    words.compactMap { word in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      return .init(attribute: String(parts[0]), value: String(parts[1]))
    }
  }

  /// The words of one argument. A value may hold spaces: it ends where the argument or another
  /// `ATTRIBUTE=` does.
  private static func words(of argument: String) -> [String] {
    argument.split(separator: " ").map(String.init).reduce(into: []) { words, word in
      if let last = words.last, last.contains("="), !word.contains("=") {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(word)
      }
    }
  }
}

extension PositionalDefinition {
  /// The places of an address; all of it may stand in the first.
  static let ofAddress = [
    PositionalDefinition(
      "COMMAND", help: "the command that prints the number, or all of the address"),
    PositionalDefinition("INSTRUMENT", help: "as in its output", isOptional: true),
    PositionalDefinition("TIMEPOINT", help: "as in its output", isOptional: true),
    PositionalDefinition("KEY", help: "as in its JSON; else all numbers there", isOptional: true),
    PositionalDefinition("ATTRIBUTE=VALUE", help: "of that group alone", isOptional: true),
  ]
}
