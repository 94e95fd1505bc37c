import Records
import Text

/// The note that a command is adding several lines: the size of each store file before the first
/// of them.
///
/// It is on the disk before the first line and is removed after the last one; at that moment all of
/// them count. While it is there, the files count only up to these sizes: readers leave out the
/// rest, and the next command that writes sets it aside. A command that is killed at any moment
/// therefore leaves all of its lines or none.
struct UnfinishedEntries: Sendable, Equatable {
  /// The size of each file in bytes, by its name.
  let sizes: [String: Int]

  init(sizes: [String: Int]) {
    self.sizes = sizes
  }

  /// Reads the note.
  init(_ bytes: [UInt8], file: String) throws(Problems) {
    do throws(Problems) {
      let document = try JSONDocument.parse(bytes, file: file)
      var reader = JSONObjectReader(document, file: file)
      var sizes: [String: Int] = [:]
      for name in Self.names {
        sizes[name] = reader.optional(name, "a size in bytes") { value in
          if case .number(let size) = value, size >= 0 { Int(exactly: size) } else { nil }
        }
      }
      reader.finish()
      guard reader.problems.isEmpty else { throw Problems(reader.problems) }
      self.sizes = sizes
    } catch {
      throw Problems(
        error.diagnostics.map { problem in
          Diagnostic(
            problem.message, at: problem.location, excerpt: problem.excerpt,
            remedy: "this file says how much of the store files counts, and was changed by hand:"
              + " restore the program from a backup, or look at the last lines and remove it")
        })
    }
  }

  /// The note as written.
  var bytes: [UInt8] {
    let members = sizes.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer($0.value)) }
    return Array((JSONWriter.compact(.object(members)) + "\n").utf8)
  }

  /// The names of the store files, in either format.
  private static let names = LineFormat.allCases.flatMap { format in
    StoreFile.allCases.map { $0.name(format) }
  }
}

extension ProgramFolder {
  package static let unfinishedName = "entries.unfinished"

  /// The note in the folder; nil if no command is adding several lines, or was killed while it did.
  func unfinishedEntries() throws(Problems) -> UnfinishedEntries? {
    let path = path(of: Self.unfinishedName)
    let bytes = try explained { () throws(FileError) -> [UInt8]? in
      guard try files.status(path) != nil else { return nil }
      do throws(FileError) {
        return try files.readAll(path)
      } catch  where error.reason == .missing {
        // The command has finished in the meantime.
        return nil
      }
    }
    guard let bytes else { return nil }
    return try UnfinishedEntries(bytes, file: Self.unfinishedName)
  }

  /// True if the note was left by a command that was killed.
  func holdsInterruptedEntries() throws(Problems) -> Bool {
    try explained { () throws(FileError) in
      let lock = try files.open(path, .folder)
      defer { files.close(lock) }
      guard try files.tryLock(lock) else { return false }
      return try files.status(path(of: Self.unfinishedName)) != nil
    }
  }

  /// Moves what a command had written before it was killed to `recovered/`. The caller must hold
  /// the lock.
  /// - Parameter notices: receives what was done.
  func setUnfinishedEntriesAside(
    at moment: Timestamp, _ notices: inout [StoreNotice]
  ) throws(Problems) {
    guard let unfinished = try unfinishedEntries() else { return }
    for (name, size) in unfinished.sizes.sorted(by: { $0.key < $1.key }) {
      try explained { () throws(FileError) in
        let handle = try files.open(path(of: name), .appending)
        defer { files.close(handle) }
        let end = try files.size(handle)
        guard end > size else { return }
        let stamp = moment.description.filter(\.isNumber)
        let copy = try freeNameInRecovered("\(stamp)-unfinished", name)
        try files.create(path(of: copy)) { new throws(FileError) in
          try files.forEachPart(of: handle, from: size) { part throws(FileError) in
            try files.writeAll(part, to: new)
          }
        }
        // Only now are the bytes safe elsewhere.
        try files.truncate(handle, size)
        try files.synchronize(handle)
        notices.append(.unfinishedEntriesSetAside(file: name, movedTo: copy))
      }
    }
    try explained { () throws(FileError) in try removeUnfinishedEntries() }
  }

  /// Writes the note, which is on the disk when this returns.
  func note(_ unfinished: UnfinishedEntries) throws(FileError) {
    try files.create(path(of: Self.unfinishedName), unfinished.bytes)
  }

  /// Writes the note again if it is no longer there.
  func noteAgain(_ unfinished: UnfinishedEntries) throws(FileError) {
    if try files.status(path(of: Self.unfinishedName)) == nil { try note(unfinished) }
  }

  /// Removes the note, durably.
  func removeUnfinishedEntries() throws(FileError) {
    let path = path(of: Self.unfinishedName)
    try files.remove(path)
    try files.synchronizeFolder(of: path)
  }
}
