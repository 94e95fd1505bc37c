import Records
import Text

/// Both files of a store, opened to be read together.
///
/// The scores are opened first: whoever is named there was enrolled before, so the lines that
/// others add meanwhile never make a stranger of anyone.
struct OpenStore: Sendable {
  let participants: OpenStoreFile
  let scores: OpenStoreFile

  /// Opens both files, which the caller closes with `close`.
  init(_ folder: ProgramFolder, _ settings: ProgramSettings) throws(Problems) {
    var problems: [Diagnostic] = []
    let scores = Self.open(.scores, folder, settings, &problems)
    let participants = Self.open(.participants, folder, settings, &problems)
    guard let scores, let participants else {
      for opened in [scores, participants] {
        opened?.close()
      }
      throw Problems(problems.inOrderOfPlaces())
    }
    self.scores = scores
    self.participants = participants
  }

  /// Opens one of the files, or adds what is wrong with it.
  private static func open(
    _ file: StoreFile, _ folder: ProgramFolder, _ settings: ProgramSettings,
    _ problems: inout [Diagnostic]
  ) -> OpenStoreFile? {
    do throws(Problems) {
      return try OpenStoreFile(file, in: folder, settings, for: .reading)
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  func close() {
    participants.close()
    scores.close()
  }
}
