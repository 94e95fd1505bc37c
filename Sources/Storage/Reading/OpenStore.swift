import Records
import Text

/// Both files of a store, opened to be read together.
///
/// The scores are opened first: every participant named there was enrolled before, so lines that
/// others add in the meantime never name an unknown participant.
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

  /// Opens one of the files; nil if that fails, with the problems added.
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
