import Text

extension ProgramFolder {
  /// A name in `recovered/` that nothing has yet: what an earlier attempt left there may be cut off
  /// itself, so it is never taken for what is put there now. The folder is made where it is
  /// missing.
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

  /// What stands in `recovered/` and cannot be read as a file: a link, a pipe, a folder, a file
  /// whose permissions shut its owner out.
  func recoveredProblems() -> [Diagnostic] {
    let recovered = path(of: Self.recoveredName)
    var problems: [Diagnostic] = []
    do throws(FileError) {
      guard let kind = try files.status(recovered)?.kind else { return [] }
      if kind == .symbolicLink { throw FileError(action: "use", path: recovered, reason: .isLink) }
      for name in try files.list(recovered).sorted() {
        do throws(FileError) {
          files.close(try files.open("\(recovered)/\(name)", .reading))
        } catch {
          problems.append(error.foundInRecovered)
        }
      }
    } catch {
      problems.append(error.diagnostic)
    }
    return problems
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

extension FileError {
  /// What a person can do about it where only files belong that were set aside.
  fileprivate var foundInRecovered: Diagnostic {
    var diagnostic = diagnostic
    if reason == .isLink || reason == .notAFile {
      diagnostic.remedy =
        "move it elsewhere: \(ProgramFolder.recoveredName)/ is for files that were set aside"
    }
    return diagnostic
  }
}
