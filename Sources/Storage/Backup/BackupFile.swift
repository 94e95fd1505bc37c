import Records
import Text

/// A backup that was opened and gone through from its first byte to its last: everything in it is
/// what was written.
package struct BackupFile: Sendable {
  /// A file in it, other than the list of checksums.
  struct Member: Sendable {
    /// Its path in the program folder.
    let path: String
    let contents: FileBytes
    /// SHA-256 of the contents, as 64 hexadecimal digits.
    let digest: String
  }

  package let settings: ProgramSettings
  /// The folders in the program folder.
  let folders: [String]
  /// In the order of the archive.
  let members: [Member]
  private let files: FileSystem
  private let handle: FileSystem.Handle

  /// Whoever opens it calls `close`.
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

  /// How many files of the program it holds.
  package var fileCount: Int { members.count }
}

extension BackupFile {
  /// The archive before it is known to be a backup.
  private struct Archive {
    let path: String
    let files: FileSystem
    let handle: FileSystem.Handle

    /// The folders and files, when each digest is what the list says.
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

    /// The settings of the program in it, which come after all else.
    /// - Throws: where a file of a program is missing too.
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

    /// The entries' paths in the folder that holds them all; empty for that folder.
    /// - Throws: a path that no backup has, or has once.
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

    /// Says which file is not what the list says, or that the list itself is not.
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

/// The list of a backup's files with their digests, in the form that `sha256sum -c` takes.
struct Checksums: Sendable, Equatable {
  /// In the order of the archive.
  private(set) var lines: [String] = []

  /// - Parameter digest: 64 hexadecimal digits.
  mutating func add(_ path: String, digest: String) {
    lines.append("\(digest)  \(path)\n")
  }

  /// The file as it stands in the archive.
  var bytes: [UInt8] { Array(lines.joined().utf8) }
}
