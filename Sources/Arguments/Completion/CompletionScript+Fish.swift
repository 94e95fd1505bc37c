extension CompletionScript {
  /// The completion script for fish.
  static let fish = #"""
    # Completes `outcomes` in fish. To use it, run:
    #   outcomes --generate-completion-script fish > ~/.config/fish/completions/outcomes.fish

    function __outcomes_complete
        set -l words (commandline -opc | string replace -r '^~/' "$HOME/")
        set -l typed (commandline -ct | string unescape)
        set -l answer (command $words[1] complete $words[2..-1] "$typed" 2>/dev/null)
        test (count $answer) -gt 1; and printf '%s\n' $answer[2..-1]
        set -l attached (string match -r '^-[^=]*=' -- $typed)
        set -l path (string replace -r '^-[^=]*=' '' -- "$typed")
        switch "$answer[1]"
            case files
                printf "$attached%s\n" (__fish_complete_path "$path")
            case folders
                printf "$attached%s\n" (__fish_complete_directories "$path")
        end
    end

    complete -c outcomes -f -k -a '(__outcomes_complete)'

    """#
}
