import Text

extension SealReport {
  /// Gives what is to be said of lines without seals, which are as they always were.
  /// - Throws: all findings, where any line is another than was sealed.
  package func unlessBroken() throws(Problems) -> [Diagnostic] {
    let isBroken = files.contains { $0.said.contains { $0.kind != .unsealed } }
    guard !isBroken else { throw Problems(diagnostics) }
    return diagnostics
  }

  /// The files that have lines and none of them sealed, as they were written before there were
  /// seals.
  package var unsealedFiles: [StoreFile] {
    files.filter { !$0.said.isEmpty && $0.last == nil }.map(\.file)
  }

  /// The names of files in which some lines are sealed, and others are not and were never accepted.
  package var partlySealedFiles: [String] {
    files.filter { !$0.said.isEmpty && $0.last != nil }.map(\.name)
  }
}
