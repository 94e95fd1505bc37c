import Records
import Text

/// Both files of a store, opened to be read together.
///
/// The scores are opened first: whoever is named there was enrolled before, so the lines that others
/// add meanwhile never make a stranger of anyone.
struct OpenStore: Sendable {
  let participants: OpenStoreFile
  let scores: OpenStoreFile

  /// Whoever opens it calls `close`.
  init(_ folder: ProgramFolder, _ settings: ProgramSettings) throws(Problems) {
    scores = try OpenStoreFile(.scores, in: folder, settings, for: .reading)
    do throws(Problems) {
      participants = try OpenStoreFile(.participants, in: folder, settings, for: .reading)
    } catch {
      folder.files.close(scores.handle)
      throw error
    }
  }

  func close(_ files: FileSystem) {
    files.close(participants.handle)
    files.close(scores.handle)
  }
}
