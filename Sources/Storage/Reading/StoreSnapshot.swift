import Records
import Text

/// Store files as they were at one moment, opened for reading.
///
/// A command that adds several lines notes the sizes of the files first. While that note is there,
/// the files count up to these sizes. Otherwise they count to their ends, if these are their ends
/// at a moment without a note: so the files are looked at before and after the note, and opened
/// again if one of them has changed or was replaced in the meantime. A reader never waits for a
/// writer.
struct StoreSnapshot {
  /// An open file with the size up to which it counts.
  struct File {
    let file: StoreFile
    let handle: FileSystem.Handle
    let size: Int
  }

  /// The files in the order in which they were asked for; the caller closes them.
  let files: [File]
  /// True if the files have more lines, which a command has not finished adding.
  let isUnfinished: Bool

  init(
    _ wanted: [StoreFile], in folder: ProgramFolder, _ settings: ProgramSettings
  ) throws(Problems) {
    for _ in 0..<Self.attempts {
      let names = wanted.map { $0.name(settings.store) }
      let handles = try Self.open(names.map(folder.path), folder.files)
      do throws(Problems) {
        let before = try Self.statuses(of: handles) { handle throws(FileError) in
          try folder.files.openStatus(handle)
        }
        let unfinished = try folder.unfinishedEntries()
        let after = try Self.statuses(of: handles) { handle throws(FileError) in
          try folder.files.status(handle.path)
        }
        let isSame = zip(before, after).allSatisfy { before, after in
          before?.identity == after?.identity
            && (unfinished != nil || before?.size == after?.size)
        }
        if isSame {
          isUnfinished = unfinished != nil
          files = zip(zip(wanted, names), zip(handles, before)).map { named, opened in
            let size = opened.1?.size ?? 0
            let counting = unfinished?.sizes[named.1] ?? size
            return File(file: named.0, handle: opened.0, size: min(size, counting))
          }
          return
        }
      } catch {
        for handle in handles { folder.files.close(handle) }
        throw error
      }
      for handle in handles { folder.files.close(handle) }
    }
    throw Problems(
      Diagnostic(
        "the files of this program keep changing while they are read",
        remedy: "try again when the other commands have finished"))
  }

  /// - Throws: the problems of all files that cannot be opened.
  private static func open(
    _ paths: [String], _ files: FileSystem
  ) throws(Problems) -> [FileSystem.Handle] {
    var handles: [FileSystem.Handle] = []
    var problems: [Diagnostic] = []
    for path in paths {
      do throws(FileError) {
        handles.append(try files.open(path, .reading))
      } catch {
        problems.append(error.diagnostic)
      }
    }
    guard problems.isEmpty else {
      for handle in handles { files.close(handle) }
      throw Problems(problems.inOrderOfPlaces())
    }
    return handles
  }

  private static func statuses(
    of handles: [FileSystem.Handle],
    _ status: (FileSystem.Handle) throws(FileError) -> FileSystem.Status?
  ) throws(Problems) -> [FileSystem.Status?] {
    var statuses: [FileSystem.Status?] = []
    for handle in handles {
      statuses.append(try explained { () throws(FileError) in try status(handle) })
    }
    return statuses
  }

  /// Far more than are needed however many commands write at the same time.
  private static let attempts = 1000
}
