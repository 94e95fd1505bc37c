import Analysis
import Arguments
import Text

extension ValueReader {
  /// Reads the address for `outcomes explain`, in one or several arguments: the command and the
  /// words that follow it.
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

  /// Splits one argument into words. A value can contain spaces: it ends at the end of the argument
  /// or before another `ATTRIBUTE=`.
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
  /// Creates the value from `ATTRIBUTE=VALUE`; nil for any other word.
  init?(typed word: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(attribute: String(parts[0]), value: String(parts[1]))
  }
}

extension PositionalDefinition {
  /// The positionals of an address; the first can contain the whole address.
  static let ofAddress = [
    PositionalDefinition(
      "COMMAND", help: "the command that prints the number, or the whole address",
      completion: .either(.none, or: ExplainedCommand.allCases.map(\.rawValue))),
    PositionalDefinition(
      "INSTRUMENT", help: "as in its output", isOptional: true, completion: .instrument),
    PositionalDefinition(
      "TIMEPOINT", help: "as in its output", isOptional: true, completion: .timepoint),
    PositionalDefinition(
      "KEY", help: "as in its JSON; default: all numbers there", isOptional: true),
    PositionalDefinition(
      "ATTRIBUTE=VALUE", help: "only for that group", isOptional: true,
      completion: .attributeValue),
  ]
}
