/// The completion script for bash 3.2 (the version on macOS) and later.
struct BashCompletion {
  let commands: [CommandDefinition]

  var text: String {
    """
    # Completes `outcomes` in bash. To use it, put this line into ~/.bashrc:
    #   source <(outcomes --generate-completion-script bash)

    _outcomes_words() { # of the words given, those that begin as what was typed does
      local candidate
      while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
      done < <(compgen -W "$1" -- "$typed")
    }

    _outcomes_files() { # -f for files, -d for folders
      local candidate
      compopt -o filenames 2>/dev/null
      while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
      done < <(compgen "$1" -- "$typed")
    }

    _outcomes() {
      local typed="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
      local word command=""
      COMPREPLY=()
      # bash takes --format=csv for three words.
      if [[ $typed == "=" ]]; then
        typed=""
      elif [[ $previous == "=" ]]; then
        previous="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$word" in
          \(names.joined(separator: "|"))) command="$word"; break ;;
        esac
      done

      case "$command $previous" in
    \(valueCases.joined(separator: "\n"))
      esac

      case "$command" in
    \(commandCases.joined(separator: "\n"))
      esac
    }

    complete -F _outcomes outcomes

    """
  }

  private var names: [String] { commands.map(\.name) }

  /// The cases for the value of a flag, for each command.
  private var valueCases: [String] {
    let withoutCommand = valueCases(of: CommandDefinition.withoutCommand.options, command: "")
    return withoutCommand + commands.flatMap { valueCases(of: $0.options, command: $0.name) }
  }

  private func valueCases(of options: [OptionDefinition], command: String) -> [String] {
    options.filter(\.takesValue).map { option in
      let flags = [option.flag, option.shortFlag].compactMap { $0 }
      let pattern = flags.map { "\"\(command) \($0)\"" }.joined(separator: "|")
      let offer =
        option.allowedValues.isEmpty
        ? self.offer(option.completion) : words(option.allowedValues)
      return "    \(pattern)) \(offer.map { $0 + "; " } ?? "")return ;;"
    }
  }

  /// The cases for anywhere else: a flag once a dash is typed, otherwise an argument.
  private var commandCases: [String] {
    let everything = names + CommandDefinition.withoutCommand.options.map(\.flag)
    return commands.map { command in
      let flags = words(command.options.map(\.flag))
      guard let arguments = offer(command.positionalCompletion) else {
        return "    \(command.name)) \(flags) ;;"
      }
      return "    \(command.name)) if [[ $typed == -* ]]; then \(flags); else \(arguments); fi ;;"
    } + ["    *) \(words(everything)) ;;"]
  }

  private func offer(_ hint: CompletionHint) -> String? {
    switch hint {
    case .none: nil
    case .file: "_outcomes_files -f"
    case .directory: "_outcomes_files -d"
    case .commandName: words(names)
    }
  }

  private func words(_ words: [String]) -> String {
    "_outcomes_words '\(words.joined(separator: " "))'"
  }
}
