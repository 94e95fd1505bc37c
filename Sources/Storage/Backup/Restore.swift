import Records
import Text

extension BackupFile {
  /// Writes the program into a folder that does not exist yet or is empty, and verifies its seals. The
  /// settings come last, so that what was interrupted is not taken for a program.
  /// - Parameter threads: how many pieces of a file are verified at the same time.
  /// - Returns: what is to be said of lines without seals.
  package func restore(
    into folder: ProgramFolder, threads: Int
  ) async throws(Problems) -> [Diagnostic] {
    let isMade = try provide(folder)
    do throws(Problems) {
      return try await fill(folder, threads: threads)
    } catch {
      let rest = takeAway(folder, isMade: isMade) ? [] : [BackupProblem.unfinished(folder.path)]
      throw Problems(error.diagnostics + rest)
    }
  }

  /// Takes away what was restored so far: the folder was empty before, or not there.
  /// - Returns: whether nothing is left of it.
  private func takeAway(_ folder: ProgramFolder, isMade: Bool) -> Bool {
    let files = folder.files
    for member in members { try? files.remove(folder.path(of: member.path)) }
    for name in folders.reversed() { try? files.removeFolder(folder.path(of: name)) }
    if isMade { try? files.removeFolder(folder.path) }
    guard let names = try? files.list(folder.path) else { return isMade }
    return names.isEmpty
  }

  private func fill(
    _ folder: ProgramFolder, threads: Int
  ) async throws(Problems) -> [Diagnostic] {
    for name in folders {
      try explained { () throws(FileError) in
        try folder.files.makeDurableFolder(folder.path(of: name))
      }
    }
    var unsealed: [Diagnostic] = []
    for member in members {
      if member.path == ProgramFolder.settingsName {
        unsealed = try await folder.verifySeals(settings, threads: threads).unlessBroken()
      }
      try copy(member, to: folder)
    }
    return unsealed
  }

  /// - Returns: whether the folder was not there and was made.
  private func provide(_ folder: ProgramFolder) throws(Problems) -> Bool {
    var isMade = false
    let why = try explained { () throws(FileError) in
      switch try folder.files.status(folder.path)?.kind {
      case nil:
        try folder.files.makeDurableFolder(folder.path)
        isMade = true
        return nil as String?
      case .folder: return try folder.files.list(folder.path).isEmpty ? nil : "it is not empty"
      case .symbolicLink: return "it is a symbolic link"
      case .file, .other: return "it is no folder"
      }
    }
    if let why { throw Problems(BackupProblem.occupied(folder.path, why)) }
    return isMade
  }

  /// Writes a file beside its place, and puts it there when it is on the disk and once more what its
  /// checksum says.
  private func copy(_ member: Member, to folder: ProgramFolder) throws(Problems) {
    try FileReplacement.make(folder.path(of: member.path), folder.files) { file throws(Problems) in
      guard try member.contents.digest(file.write) == member.digest else {
        throw Problems(
          BackupProblem.damaged(member.contents.handle.path, "it was changed while it was read"))
      }
    }
  }
}
