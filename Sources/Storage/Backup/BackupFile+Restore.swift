import Records
import Text

extension BackupFile {
  /// Creates a program folder from the backup and verifies its seals. The folder must not exist
  /// yet, or must be empty. It appears only once everything in it is on the disk.
  /// - Parameter threads: the number of pieces of a file that are verified at the same time.
  /// - Returns: messages about lines without seals.
  package func restore(
    into folder: ProgramFolder, threads: Int
  ) async throws(Problems) -> [Diagnostic] {
    try refuseOccupied(folder)
    let staged = try StagedFolder(for: folder)
    let unsealed: [Diagnostic]
    do throws(Problems) {
      unsealed = try await fill(staged.folder, threads: threads)
    } catch {
      staged.discard()
      throw error
    }
    try staged.publish()
    return unsealed
  }

  private func fill(
    _ folder: ProgramFolder, threads: Int
  ) async throws(Problems) -> [Diagnostic] {
    for name in folders {
      try explained { () throws(FileError) in
        try folder.files.makeDurableFolder(folder.path(of: name))
      }
    }
    for member in members { try copy(member, to: folder) }
    return try await folder.verifySeals(settings, threads: threads).unlessBroken()
  }

  /// Rejects a path that is not a folder, or a folder that contains anything but the remains of an
  /// interrupted restore.
  private func refuseOccupied(_ folder: ProgramFolder) throws(Problems) {
    let why = try explained { () throws(FileError) in
      switch try folder.files.status(folder.pathWithoutSlash)?.kind {
      case nil: return nil as String?
      case .folder: return try holdsOther(folder) ? "it is not empty" : nil
      case .symbolicLink: return "it is a symbolic link"
      case .file, .other: return "it is not a folder"
      }
    }
    if let why { throw Problems(BackupProblem.occupied(folder.path, why)) }
  }

  /// The settings are written last: if they are there, the restore was complete.
  private func holdsOther(_ folder: ProgramFolder) throws(FileError) -> Bool {
    let expected = Set(folders + members.map(\.path)).subtracting([ProgramFolder.settingsName])
    return try folder.files.list(folder.path).contains {
      !expected.contains($0) && !TemporaryEntry.isName($0)
    }
  }

  /// Writes a file after checking again that it matches its checksum.
  private func copy(_ member: Member, to folder: ProgramFolder) throws(Problems) {
    try FileReplacement.make(
      folder.path(of: member.path), folder.files, as: .newProgramFile
    ) { file throws(Problems) in
      guard try member.contents.digest(file.write) == member.digest else {
        throw Problems(
          BackupProblem.damaged(member.contents.handle.path, "it changed while it was being read"))
      }
    }
  }
}
