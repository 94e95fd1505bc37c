import Records
import Text

/// Both files of a store, opened to be read together, as they were at one moment: no command's
/// lines are in one of them and still missing in the other.
struct OpenStore: Sendable {
  let participants: OpenStoreFile
  let scores: OpenStoreFile
  private let folder: ProgramFolder
  /// True if the files have more lines, which a command has not finished adding.
  private let isUnfinished: Bool

  /// Opens both files, which the caller closes with `close`.
  init(_ folder: ProgramFolder, _ settings: ProgramSettings) throws(Problems) {
    let snapshot = try StoreSnapshot(StoreFile.allCases, in: folder, settings)
    var problems: [Diagnostic] = []
    var opened: [StoreFile: OpenStoreFile] = [:]
    for file in snapshot.files {
      do throws(Problems) {
        opened[file.file] = try OpenStoreFile(file, in: folder, settings)
      } catch {
        problems += error.diagnostics
      }
    }
    guard let participants = opened[.participants], let scores = opened[.scores] else {
      for file in opened.values { file.close() }
      throw Problems(problems.inOrderOfPlaces())
    }
    self.participants = participants
    self.scores = scores
    self.folder = folder
    isUnfinished = snapshot.isUnfinished
  }

  func close() {
    participants.close()
    scores.close()
  }

  /// Returns notices about the files for the user.
  func notices() throws(Problems) -> [StoreNotice] {
    let isInterrupted = isUnfinished ? try folder.holdsInterruptedEntries() : false
    return try participants.notices() + scores.notices()
      + (isInterrupted ? [.unfinishedEntriesIgnored] : [])
  }
}
