/// The script with which a shell completes `outcomes`, generated from the definitions.
package enum CompletionScript {
  /// Returns the whole script. `commands` does not include `help`.
  package static func text(for shell: CompletionShell, commands: [CommandDefinition]) -> String {
    let commands = commands + [.help]
    return switch shell {
    case .bash: BashCompletion(commands: commands).text
    case .zsh: ZshCompletion(commands: commands).text
    case .fish: FishCompletion(commands: commands).text
    }
  }
}

extension CommandDefinition {
  /// The completion for the command's arguments: the first hint that any of them has.
  var positionalCompletion: CompletionHint {
    positionals.map(\.completion).first { $0 != .none } ?? .none
  }
}
