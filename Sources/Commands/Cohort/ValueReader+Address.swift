import Analysis
import Arguments
import Text

extension ValueReader {
  /// The address that `outcomes explain` is given, in one argument or in several: the command, and
  /// the words that follow it.
  func address() -> Reading<(command: ExplainedCommand, words: [String])> {
    let typed = PositionalDefinition.ofAddress.compactMap { arguments.value(of: $0) }
    let all = typed.flatMap(Self.addressWords)
    let names = ExplainedCommand.allCases.map(\.rawValue)
    let name = all.first ?? ""
    return Reading.of(
      ExplainedCommand(rawValue: name),
      else: "“\(name)” is not a command whose numbers can be explained",
      remedy: NearMiss.suggestion(for: name, among: names)
        ?? "they are: \(names.joined(separator: ", "))"
    ).map { ($0, Array(all.dropFirst())) }
  }

  /// The words of one argument. A value may hold spaces: it ends where the argument or another
  /// `ATTRIBUTE=` does.
  private static func addressWords(of argument: String) -> [String] {
    argument.split(separator: " ").map(String.init).reduce(into: []) { words, word in
      if let last = words.last, last.contains("="), !word.contains("=") {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(word)
      }
    }
  }
}

extension CohortSelection.AttributeValue {
  /// The value of an attribute that `ATTRIBUTE=VALUE` names; nil for any other word.
  init?(typed word: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(attribute: String(parts[0]), value: String(parts[1]))
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
