import Records
import Text

extension BackupFile {
  /// Writes the program into a folder that does not exist yet or is empty. The settings come last, so
  /// that what was interrupted is not taken for a program.
  /// - Parameter check: is called when everything but the settings is there; what it throws keeps the
  ///   folder from becoming a program.
  package func restore(
    into folder: ProgramFolder, check: () throws(Problems) -> Void
  ) throws(Problems) {
    try provide(folder)
    for name in folders {
      try explained { () throws(FileError) in
        try folder.files.makeDurableFolder(folder.path(of: name))
      }
    }
    for member in members {
      if member.path == ProgramFolder.settingsName { try check() }
      try copy(member, to: folder)
    }
  }

  private func provide(_ folder: ProgramFolder) throws(Problems) {
    try explained { () throws(FileError) in
      switch try folder.files.status(folder.path)?.kind {
      case nil: try folder.files.makeDurableFolder(folder.path)
      case .folder:
        guard try folder.files.list(folder.path).isEmpty else {
          throw FileError(
            action: "restore into", path: folder.path, reason: .other("it is not empty"))
        }
      case .symbolicLink:
        throw FileError(action: "restore into", path: folder.path, reason: .isLink)
      case .file, .other:
        throw FileError(action: "restore into", path: folder.path, reason: .notAFolder)
      }
    }
  }

  /// Writes a file beside its place, and puts it there when it is on the disk and once more what its
  /// checksum says.
  private func copy(_ member: Member, to folder: ProgramFolder) throws(Problems) {
    let file = try FileReplacement(folder.path(of: member.path), folder.files)
    guard try member.contents.digest(file.write) == member.digest else {
      throw Problems(
        BackupProblem.damaged(member.contents.handle.path, "it was changed while it was read"))
    }
    try file.finish()
  }
}
