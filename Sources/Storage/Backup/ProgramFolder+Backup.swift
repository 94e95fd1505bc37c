import Records
import Text

/// What a backup that was written holds.
package struct BackupSummary: Sendable, Equatable {
  /// Files of the program, without the list of checksums.
  package let files: Int
  /// Bytes in them.
  package let bytes: Int
  /// What a person should know about the store.
  package let notices: [StoreNotice]
}

extension ProgramFolder {
  /// Writes the program into one file, as it is at this moment, while others may go on writing;
  /// then reads that file back and holds it against its checksums. The seals are verified by
  /// whoever calls.
  /// - Parameters:
  ///   - path: where the file is to be; nothing may be there.
  ///   - moment: now; every entry of the archive carries it.
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
    let notices = try open.scores.notices() + open.participants.notices()
    return BackupSummary(files: sums.lines.count, bytes: bytes, notices: notices)
  }

  /// Hands on what a backup holds, in the order in which it stands there: the settings last, so
  /// that what was unpacked in part is not taken for a program.
  private func forEachSource(
    _ store: OpenStore, addFolder: (String) throws(Problems) -> Void,
    add: (_ path: String, FileBytes) throws(Problems) -> Void
  ) throws(Problems) {
    for open in [store.participants, store.scores] {
      // Up to the last whole line: what follows was never acknowledged.
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

  /// - Parameter source: the name of the file that holds it; nil where it is the same.
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

  /// The names of the program's own files in one of its folders, in a fixed order; nil where there
  /// is no such folder.
  private func names(inFolder folder: String) throws(Problems) -> [String]? {
    try explained { () throws(FileError) in
      guard try files.status(path(of: folder)) != nil else { return nil }
      return try files.list(path(of: folder)).filter {
        !$0.hasPrefix(".") && (folder != Self.instrumentsName || $0.hasSuffix(".json"))
      }.sorted()
    }
  }

  /// The folder that a backup unpacks into is called like the file, without its ending.
  private static func folderName(ofBackup path: String) throws(Problems) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    let name = file.hasSuffix(".tar") ? String(file.dropLast(4)) : file
    guard BackupPath.isPlain(name) else { throw Problems(BackupProblem.unusualName(file)) }
    return name
  }
}
