extension CompletionScript {
  /// The completion script for zsh.
  static let zsh = #"""
    #compdef outcomes
    # Completes `outcomes` in zsh. To use it, put this line into ~/.zshrc, after compinit:
    #   source <(outcomes --generate-completion-script zsh)

    _outcomes() {
      local -a typed lines values unfinished
      local kind
      typed=("${(@)${(@Q)words[1,CURRENT-1]}/#\~\//$HOME/}" "${(Q)PREFIX}")
      lines=("${(@f)$("${typed[1]}" complete "${(@)typed[2,-1]}" 2>/dev/null)}")
      kind=$lines[1]
      # All candidates at once: a loop over a thousand of them takes longer than the program.
      lines=(${${lines[2,-1]//\\/\\\\}//:/\\:})
      unfinished=(${${(M)lines:#(*=|*=$'\t'*)}/$'\t'/:})
      values=(${${lines:#(*=|*=$'\t'*)}/$'\t'/:})
      # Ids can be typed in lower case.
      local -a options=(-V outcomes -M 'm:{a-zA-Z}={A-Za-z}')
      (( $#values )) && _describe value values $options
      (( $#unfinished )) && _describe value unfinished $options -S ''
      case $kind in
        files) [[ $PREFIX == -*=* ]] && compset -P 1 '*='; _files ;;
        folders) [[ $PREFIX == -*=* ]] && compset -P 1 '*='; _files -/ ;;
      esac
    }

    if [[ $funcstack[1] == _outcomes ]]; then
      _outcomes "$@"
    else
      compdef _outcomes outcomes
    fi

    """#
}
