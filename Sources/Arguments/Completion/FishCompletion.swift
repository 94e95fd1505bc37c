/// The completion script for fish.
struct FishCompletion {
  let commands: [CommandDefinition]

  var text: String {
    let introduction = [
      "# Completes `outcomes` in fish. To use it, run:",
      "#   outcomes --generate-completion-script fish > ~/.config/fish/completions/outcomes.fish",
      "", "complete -c outcomes -f",
    ]
    let withoutCommand = CommandDefinition.withoutCommand.options.map {
      line(condition: "__fish_use_subcommand", flag($0))
    }
    let names = commands.map {
      line(condition: "__fish_use_subcommand", "-a \($0.name) -d \(quoted($0.summary))")
    }
    let all = introduction + withoutCommand + names + commands.flatMap(lines)
    return all.joined(separator: "\n") + "\n"
  }

  private func lines(of command: CommandDefinition) -> [String] {
    let condition = "__fish_seen_subcommand_from \(command.name)"
    let offers = [offer(command.positionalCompletion)].compactMap { $0 } + command.options.map(flag)
    return offers.map { line(condition: condition, $0) }
  }

  private func line(condition: String, _ offer: String) -> String {
    "complete -c outcomes -n '\(condition)' \(offer)"
  }

  private func flag(_ option: OptionDefinition) -> String {
    let letter = option.letter.map { "-s \($0) " } ?? ""
    return "\(letter)-l \(option.name)\(value(of: option)) -d \(quoted(option.help))"
  }

  private func value(of option: OptionDefinition) -> String {
    guard option.takesValue else { return "" }
    let values = option.allowedValues.joined(separator: " ")
    return " -r " + (values.isEmpty ? offer(option.completion) ?? "-f" : "-f -a \(quoted(values))")
  }

  private func offer(_ hint: CompletionHint) -> String? {
    switch hint {
    case .none: nil
    case .file: "-F"
    case .directory: "-f -a '(__fish_complete_directories)'"
    case .commandName: "-f -a \(quoted(commands.map(\.name).joined(separator: " ")))"
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
