import Arguments
import Text

/// An ending by which the name of a file says in which form it is to be written.
enum FileEnding: String, CaseIterable, Sendable {
  case csv
  case json
  case md
  case txt

  /// The form, as `--format` calls it.
  var format: String {
    switch self {
    case .csv: "csv"
    case .json: "json"
    case .md: "markdown"
    case .txt: "table"
    }
  }

  /// The ending of a path's last part, in small letters, without its dot; nil where there is none.
  static func text(of path: String) -> String? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending.isEmpty ? nil : ending
  }
}

extension ParsedArguments {
  /// The same with the form that the ending of `-o` asks for, where `--format` is not given.
  /// - Throws: an ending that asks for a form which the command does not have.
  func withFormatOfOutput(
    for command: CommandDefinition
  ) throws(Refusal) -> ParsedArguments {
    guard command.options.contains(.output),
      let format = command.options.first(where: { $0.name == OptionDefinition.format.name }),
      !has(format), let path = value(of: .output), let ending = FileEnding.text(of: path)
    else { return self }
    let possible = FileEnding.allCases.filter { format.allowedValues.contains($0.format) }
    guard let found = possible.first(where: { $0.rawValue == ending }) else {
      throw Refusal(
        .wrongCommandLine,
        Diagnostic(
          "the ending of “\(path)” does not name a form that this command can write",
          remedy: "end the name in \(possible.map { "." + $0.rawValue }.listed("or")),"
            + " or name the form with --format"))
    }
    return adding(found.format, for: format)
  }
}
