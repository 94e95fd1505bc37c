import Records
import Text

/// The contents of a backup that was written.
package struct BackupSummary: Sendable, Equatable {
  /// The number of program files, without the list of checksums.
  package let files: Int
  /// The number of bytes in them.
  package let bytes: Int
  /// Notices about the store for the user.
  package let notices: [StoreNotice]
}

extension ProgramFolder {
  /// Writes the program to one file, in its state at this moment, even if others go on writing;
  /// then reads that file back and checks it against its checksums. The caller must verify the
  /// seals.
  /// - Parameters:
  ///   - path: the path of the new file; nothing may exist there.
  ///   - moment: the current time, which every entry of the archive has.
  package func backUp(
    _ settings: ProgramSettings, to path: String, at moment: Timestamp
  ) throws(Problems) -> BackupSummary {
    let name = try Self.folderName(ofBackup: path)
    let open = try OpenStore(self, settings)
    defer { open.close() }
    var sums = Checksums()
    var bytes = 0
    try FileReplacement.make(path, files, as: .newOutput) { file throws(Problems) in
      let archive = try TarWriter(file, folder: name, at: moment)
      try forEachSource(open, addFolder: archive.addFolder) { path, source throws(Problems) in
        guard BackupPath.isFile(path) else { throw Problems(BackupProblem.unusualName(path)) }
        try archive.addFile(path, size: source.range.count) { write throws(Problems) in
          sums.add(path, digest: try source.digest(write))
        }
        bytes += source.range.count
      }
      try archive.addFile(BackupPath.sums, size: sums.bytes.count) { write throws(Problems) in
        try write(sums.bytes)
      }
      try archive.finish()
      try file.check { path throws(Problems) in try BackupFile(path, files).close() }
    }
    return BackupSummary(files: sums.lines.count, bytes: bytes, notices: try open.notices())
  }

  /// Passes on the contents of a backup in order. The settings come last, so that an incomplete
  /// copy is not mistaken for a program.
  private func forEachSource(
    _ store: OpenStore, addFolder: (String) throws(Problems) -> Void,
    add: (_ path: String, FileBytes) throws(Problems) -> Void
  ) throws(Problems) {
    for open in [store.participants, store.scores] {
      // Up to the last whole line: anything after it was never acknowledged.
      try add(
        open.name, FileBytes(files: files, handle: open.handle, range: 0..<open.lines.upperBound))
    }
    for folder in BackupPath.folders {
      guard let names = try names(inFolder: folder) else { continue }
      try addFolder(folder)
      for name in names { try addWhole("\(folder)/\(name)", add) }
    }
    try addWhole(Self.settingsName, from: try countingSettingsName(), add)
  }

  /// - Parameter source: the name of the file to read; nil if it is `name`.
  private func addWhole(
    _ name: String, from source: String? = nil, _ add: (String, FileBytes) throws(Problems) -> Void
  ) throws(Problems) {
    let handle = try explained { () throws(FileError) in
      try files.open(path(of: source ?? name), .reading)
    }
    defer { files.close(handle) }
    let size = try explained { () throws(FileError) in try files.size(handle) }
    try add(name, FileBytes(files: files, handle: handle, range: 0..<size))
  }

  /// Returns the names of the program's files in one of its folders, in a fixed order; nil if the
  /// folder does not exist.
  private func names(inFolder folder: String) throws(Problems) -> [String]? {
    try explained { () throws(FileError) in
      guard try files.status(path(of: folder)) != nil else { return nil }
      return try files.list(path(of: folder)).filter {
        !$0.hasPrefix(".") && (folder != Self.instrumentsName || $0.hasSuffix(".json"))
      }.sorted()
    }
  }

  /// Returns the name of the folder in the archive: the file name without its extension.
  private static func folderName(ofBackup path: String) throws(Problems) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    let name = file.hasSuffix(".tar") ? String(file.dropLast(4)) : file
    guard BackupPath.isPlain(name) else { throw Problems(BackupProblem.unusualName(file)) }
    return name
  }
}
