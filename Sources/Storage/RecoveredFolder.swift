extension ProgramFolder {
  /// A name in `recovered/` that nothing has yet: what an earlier attempt left there may be cut off
  /// itself, so it is never taken for what is put there now. The folder is made where it is missing.
  /// - Parameters:
  ///   - first: what the name starts with.
  ///   - name: the name of the file that it comes from.
  func freeNameInRecovered(_ first: String, _ name: String) throws(FileError) -> String {
    try provideRecovered()
    var free = "\(Self.recoveredName)/\(first)-\(name)"
    var attempt = 1
    while try files.status(path(of: free)) != nil {
      attempt += 1
      free = "\(Self.recoveredName)/\(first)-\(attempt)-\(name)"
    }
    return free
  }

  private func provideRecovered() throws(FileError) {
    let recovered = path(of: Self.recoveredName)
    switch try files.status(recovered)?.kind {
    case nil: try files.makeDurableFolder(recovered)
    case .folder: return
    case .symbolicLink: throw FileError(action: "use", path: recovered, reason: .isLink)
    case .file, .other: throw FileError(action: "use", path: recovered, reason: .notAFolder)
    }
  }
}
