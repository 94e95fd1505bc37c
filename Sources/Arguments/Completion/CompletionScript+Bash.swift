extension CompletionScript {
  /// The completion script for bash 3.2 (the version on macOS) and later.
  static let bash = #"""
    # Completes `outcomes` in bash. To use it, put this line into ~/.bashrc:
    #   source <(outcomes --generate-completion-script bash)

    _outcomes() {
      local program="${1/#\~\//$HOME/}" rest="${COMP_LINE:0:COMP_POINT}"
      local words=() lines=() prefix="" index part gap typed candidate quoted
      local IFS=$'\n' options=$-
      COMPREPLY=()
      # bash takes --format=csv for three words: put together what no blank separates.
      for ((index = 0; index <= COMP_CWORD; index++)); do
        gap="${rest%%[![:blank:]]*}"
        rest="${rest#"$gap"}"
        part="${COMP_WORDS[index]}"
        if ((index == COMP_CWORD)); then part="$rest"; fi
        rest="${rest#"$part"}"
        if ((index > 0)) && [[ -z $gap ]]; then
          prefix="${words[${#words[@]}-1]}"
          words[${#words[@]}-1]="$prefix$part"
          if [[ $part == [=:] ]]; then prefix="$prefix$part"; fi
        else
          prefix=""
          words+=("$part")
        fi
      done
      typed="${words[${#words[@]}-1]}"
      words=("${words[@]//[\\\"\']/}")
      words=("${words[@]/#\~\//$HOME/}")

      # All candidates at once: a loop would take too long with a thousand of them.
      set -f
      lines=($("$program" complete "${words[@]:1}" 2>/dev/null))
      if ((${#lines[@]} > 1)); then
        COMPREPLY=("${lines[@]:1}")
        COMPREPLY=("${COMPREPLY[@]%%$'\t'*}")
        COMPREPLY=("${COMPREPLY[@]#"$prefix"}")
        if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
        # Within quotation marks, bash quotes what it inserts.
        if [[ $typed != [\"\']* ]]; then
          printf -v quoted '%q\n' "${COMPREPLY[@]}"
          COMPREPLY=($quoted)
        fi
      fi
      if [[ $options != *f* ]]; then set +f; fi

      typed="${words[${#words[@]}-1]#"$prefix"}"
      case "${lines[0]}" in
        files) options=-f ;;
        folders) options=-d ;;
        *) return ;;
      esac
      compopt -o filenames 2>/dev/null
      while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
      done < <(compgen "$options" -- "$typed")
    }

    complete -o nosort -F _outcomes outcomes 2>/dev/null || complete -F _outcomes outcomes

    """#
}
