/// The script that teaches a shell to complete `outcomes`, made from the definitions.
package enum CompletionScript {
  /// The whole script. The commands are given without `help`.
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
  /// What a shell may offer for the command's arguments: the first hint there is.
  var positionalCompletion: CompletionHint {
    positionals.map(\.completion).first { $0 != .none } ?? .none
  }
}
