import Records
import Text

extension ProgramFolder {
  /// Returns what other users of the machine can do with the program's files because of their
  /// permissions. If the folder is closed to them, so is everything in it.
  func exposures(_ settings: ProgramSettings) throws(Problems) -> [Diagnostic] {
    try explained { () throws(FileError) in
      guard let folder = try files.status(path)?.permissions else { return [] }
      let names = [Self.settingsName] + StoreFile.allCases.map { $0.name(settings.store) }
      var readable: [String] = []
      for name in names {
        let file = try files.status(path(of: name))?.permissions ?? 0
        if Self.isReadable(file, in: folder) { readable.append(name) }
      }
      for name in [Self.instrumentsName, Self.recoveredName] {
        readable += try readableFiles(of: name, in: folder)
      }
      let open = readable.isEmpty ? nil : readableFinding(readable)
      let writable = folder & Self.writableByOthers != 0 ? writableFinding : nil
      return [open, writable].compactMap { $0 }
    }
  }

  /// Returns the files in a subfolder that other users can read.
  /// - Parameter folder: the permissions of the program folder.
  private func readableFiles(
    of name: String, in folder: UInt32
  ) throws(FileError) -> [String] {
    guard let inner = try files.status(path(of: name)), inner.kind == .folder else { return [] }
    var readable: [String] = []
    for file in try files.list(path(of: name)).sorted().map({ "\(name)/\($0)" }) {
      guard let status = try files.status(path(of: file)), status.kind == .file else { continue }
      if Self.isReadable(status.permissions, in: folder & inner.permissions) {
        readable.append(file)
      }
    }
    return readable
  }

  /// True if the group or all users can both enter the folder and read the file.
  private static func isReadable(_ file: UInt32, in folder: UInt32) -> Bool {
    [3, 0].contains { shift in folder >> shift & 1 != 0 && file >> shift & 4 != 0 }
  }

  private static let writableByOthers: UInt32 = 0o022

  private func readableFinding(_ names: [String]) -> Diagnostic {
    let paths = names.map { ShellWord.quoted(path(of: $0)) }.joined(separator: " ")
    return Diagnostic(
      "others on this machine can read \(names.joined(separator: ", "))",
      remedy:
        "make the files private with `chmod 600 \(paths)`, or the whole folder with `\(closing)`")
  }

  private var writableFinding: Diagnostic {
    Diagnostic(
      "others on this machine can add files to the program's folder and remove them",
      remedy: "make the folder private with `\(closing)`")
  }

  private var closing: String { "chmod 700 \(ShellWord.quoted(path))" }
}
