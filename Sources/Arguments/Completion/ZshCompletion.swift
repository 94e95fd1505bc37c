/// The completion script for zsh.
struct ZshCompletion {
  let commands: [CommandDefinition]

  var text: String {
    """
    #compdef outcomes
    # Completes `outcomes` in zsh. To use it, put this line into ~/.zshrc, after compinit:
    #   source <(outcomes --generate-completion-script zsh)

    _outcomes_commands() {
      local -a commands=(
    \(commands.map { "    " + quoted("\($0.name):\($0.summary)") }.joined(separator: "\n"))
      )
      _describe -t commands command commands
    }

    _outcomes() {
      local curcontext="$curcontext" context state state_descr line
      local -A opt_args
      _arguments -C \\
    \(withoutCommand.map { "    \($0) \\" }.joined(separator: "\n"))
        '1: :_outcomes_commands' \\
        '*:: :->arguments'
      [[ $state == arguments ]] || return
      case $words[1] in
    \(commands.map(arguments).joined(separator: "\n"))
      esac
    }

    if [[ $funcstack[1] == _outcomes ]]; then
      _outcomes "$@"
    else
      compdef _outcomes outcomes
    fi

    """
  }

  private var withoutCommand: [String] {
    specifications(CommandDefinition.withoutCommand.options)
  }

  private func arguments(of command: CommandDefinition) -> String {
    let positionals = command.positionals.map { positional in
      let optional = positional.isOptional ? ":" : ""
      return quoted(":\(optional)\(escaped(positional.name)):\(action(positional.completion))")
    }
    let all = specifications(command.options) + positionals
    return "    \(command.name)) _arguments -s -S \\\n"
      + all.map { "      \($0)" }.joined(separator: " \\\n") + " ;;"
  }

  /// Specifications in the syntax of `_arguments`, one for each form of a flag: `'(-o
  /// --output)-o+[help]:FILE:…'`.
  private func specifications(_ options: [OptionDefinition]) -> [String] {
    options.flatMap { option in
      let forms = [option.shortFlag, option.flag].compactMap { $0 }
      let exclusion = option.isRepeatable ? "*" : "(\(forms.joined(separator: " ")))"
      return forms.map { form in
        let joint = option.takesValue ? (form.hasPrefix("--") ? "=" : "+") : ""
        let value = option.valueName.map { ":\(escaped($0)):\(values(of: option))" } ?? ""
        return quoted("\(exclusion)\(form)\(joint)[\(escaped(option.help))]\(value)")
      }
    }
  }

  private func values(of option: OptionDefinition) -> String {
    option.allowedValues.isEmpty
      ? action(option.completion) : "(\(option.allowedValues.joined(separator: " ")))"
  }

  private func action(_ hint: CompletionHint) -> String {
    switch hint {
    case .none: " "
    case .file: "_files"
    case .directory: "_files -/"
    case .commandName: "_outcomes_commands"
    }
  }

  /// Escapes brackets and colons, which are syntax in specifications.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
