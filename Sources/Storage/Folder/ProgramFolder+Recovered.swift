import Text

extension ProgramFolder {
  /// Returns an unused name in `recovered/`. A file from an earlier attempt may be incomplete, so
  /// it is never reused. The folder is created if it is missing.
  /// - Parameters:
  ///   - first: the start of the name.
  ///   - name: the name of the file that the contents come from.
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

  /// Returns the entries of `recovered/` that cannot be read as files: links, pipes, folders, and
  /// files that their owner has no permission to read.
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
  /// The error with a remedy for a folder that should contain only files that were set aside.
  fileprivate var foundInRecovered: Diagnostic {
    var diagnostic = diagnostic
    if reason == .isLink || reason == .notAFile {
      diagnostic.remedy =
        "move it elsewhere: \(ProgramFolder.recoveredName)/ is for files that were set aside"
    }
    return diagnostic
  }
}
