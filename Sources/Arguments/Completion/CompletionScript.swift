/// The script with which a shell completes `outcomes`. It asks the program itself, by
/// `outcomes complete` and the words typed so far, and hands the answer to the shell.
///
/// The first line of the answer is `values`, `files` or `folders`, for what the shell is to offer;
/// each further line is one value, with a description after a tab if there is one.
package enum CompletionScript {
  /// Returns the whole script.
  package static func text(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }
}
