import Records
import Storage
import Text

/// A program folder with invented participants.
struct DemonstrationProgram {
  let folder: ProgramFolder
  let settings: ProgramSettings
  private let cohort: InventedCohort
  private let world: World

  init(path: String, participants: Int, format: LineFormat, _ world: World) {
    folder = ProgramFolder(path: path, files: world.files)
    settings = InventedCohort.settings(store: format)
    cohort = InventedCohort(participants: participants)
    self.world = world
  }

  /// Creates the folder with the lines of all participants and reads it. If it fails, no folder is
  /// left.
  func make() async throws(Problems) -> CohortColumns {
    let staged = try StagedFolder(for: folder)
    let table: CohortColumns
    do throws(Problems) {
      try staged.folder.fill(
        settings, at: Timestamp(date: InventedCohort.firstDay), by: InventedEnrollment.recorder)
      try await writeAllParticipants(into: staged)
      table = try await staged.folder.loadCohort(
        try staged.folder.load(), threads: world.threads
      ).table
    } catch {
      staged.discard()
      throw error
    }
    try staged.publish()
    return table
  }

  /// Writes the lines of all participants, several blocks at a time.
  private func writeAllParticipants(into staged: StagedFolder) async throws(Problems) {
    let format = settings.store
    let cohort = cohort
    try await inOrder(pieces: cohort.blockCount, threads: world.threads, scratch: ()) {
      number, _ in
      cohort.block(number).lines(format)
    } add: { lines throws(Problems) in
      try staged.append(lines.participants, to: .participants, settings)
      try staged.append(lines.scores, to: .scores, settings)
    }
  }
}
