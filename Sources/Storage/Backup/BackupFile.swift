import Records
import Text

/// An open backup that was checked from its first byte to its last: its contents are exactly what
/// was written.
package struct BackupFile: Sendable {
  /// A file in the backup, other than the list of checksums.
  struct Member: Sendable {
    /// The path in the program folder.
    let path: String
    let contents: FileBytes
    /// The SHA-256 digest of the contents, as 64 hexadecimal digits.
    let digest: String
  }

  package let settings: ProgramSettings
  /// The folders in the program folder.
  let folders: [String]
  /// The files in the order of the archive.
  let members: [Member]
  private let files: FileSystem
  private let handle: FileSystem.Handle

  /// Opens a backup. The caller must call `close`.
  package init(_ path: String, _ files: FileSystem) throws(Problems) {
    self.files = files
    handle = try explained { () throws(FileError) in try files.open(path, .reading) }
    do throws(Problems) {
      let archive = BackupFile.Archive(path: path, files: files, handle: handle)
      (folders, members) = try archive.contents()
      settings = try archive.settings(members)
    } catch {
      files.close(handle)
      throw error
    }
  }

  package func close() { files.close(handle) }

  /// The number of program files in the backup.
  package var fileCount: Int { members.count }
}

extension BackupFile {
  /// An archive that is not yet known to be a backup.
  private struct Archive {
    let path: String
    let files: FileSystem
    let handle: FileSystem.Handle

    /// Returns the folders and files, if each digest is as listed.
    func contents() throws(Problems) -> (folders: [String], members: [Member]) {
      let entries = try TarReader(files, handle).entries()
      let paths = try paths(entries.map(\.header))
      var folders: [String] = []
      var members: [Member] = []
      var sums = Checksums()
      for (entry, path) in zip(entries, paths).dropFirst().dropLast() {
        if entry.header.kind == .folder {
          folders.append(path)
        } else {
          let contents = FileBytes(files: files, handle: handle, range: entry.contents)
          let member = Member(path: path, contents: contents, digest: try contents.digest())
          sums.add(path, digest: member.digest)
          members.append(member)
        }
      }
      guard let last = entries.last, paths.last == BackupPath.sums else {
        throw Problems(BackupProblem.foreign(path, "\(BackupPath.sums) is not its last file"))
      }
      let list = FileBytes(files: files, handle: handle, range: last.contents)
      try compare(try list.all(), sums)
      return (folders, members)
    }

    /// Returns the settings of the program in the backup, which come last.
    /// - Throws: a problem if they or another program file are missing.
    func settings(_ members: [Member]) throws(Problems) -> ProgramSettings {
      let name = ProgramFolder.settingsName
      guard let last = members.last, last.path == name else {
        throw Problems(
          BackupProblem.foreign(path, "\(name) is not the last file before \(BackupPath.sums)"))
      }
      let settings = try ProgramSettings(
        reading: try JSONDocument.parse(try last.contents.all(), file: name), file: name)
      for file in StoreFile.allCases.map({ $0.name(settings.store) })
      where !members.contains(where: { $0.path == file }) {
        throw Problems(BackupProblem.foreign(path, "it contains no \(file)"))
      }
      return settings
    }

    /// Returns the paths of the entries in the folder that contains them all; empty for that
    /// folder.
    /// - Throws: a problem with a path that backups do not have, or that appears twice.
    private func paths(_ headers: [TarHeader]) throws(Problems) -> [String] {
      guard let folder = headers.first, folder.kind == .folder, BackupPath.isPlain(folder.path)
      else { throw Problems(BackupProblem.noBackup(path)) }
      var paths: [String] = [""]
      for header in headers.dropFirst() {
        let inside = header.path.hasPrefix(folder.path + "/")
        let name = String(header.path.dropFirst(folder.path.count + 1))
        let isOurs =
          header.kind == .file ? BackupPath.isFile(name) : BackupPath.folders.contains(name)
        guard inside, isOurs, !paths.contains(name) else {
          throw Problems(BackupProblem.foreign(path, "“\(header.path)” does not belong in it"))
        }
        paths.append(name)
      }
      return paths
    }

    /// Throws a problem that names the first file that does not match the list, or the list itself.
    private func compare(_ list: [UInt8], _ sums: Checksums) throws(Problems) {
      guard list != sums.bytes else { return }
      let listed = String(decoding: list, as: UTF8.self)
      let wrong = sums.lines.first { !listed.contains($0) }
      let name = wrong.map { $0.drop { $0 != " " }.dropFirst(2).dropLast() } ?? BackupPath.sums[...]
      throw Problems(
        BackupProblem.damaged(path, "\(name) does not match its checksum"))
    }
  }
}

/// The list of the files in a backup and their digests, in the format of `sha256sum -c`.
struct Checksums: Sendable, Equatable {
  /// The lines in the order of the archive.
  private(set) var lines: [String] = []

  /// - Parameter digest: the SHA-256 digest, as 64 hexadecimal digits.
  mutating func add(_ path: String, digest: String) {
    lines.append("\(digest)  \(path)\n")
  }

  /// The list as a file in the archive.
  var bytes: [UInt8] { Array(lines.joined().utf8) }
}
