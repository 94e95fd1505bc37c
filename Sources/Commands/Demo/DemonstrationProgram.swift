import Records
import Storage
import Text

/// Makes a program folder of invented people.
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

  /// Makes the folder with everybody's lines, and reads it. Where that fails, nothing is left of it.
  func make() async throws(Problems) -> ScoreTable {
    let made = try folder.create(
      settings, at: Timestamp(date: InventedCohort.firstDay), by: InventedEnrollment.recorder)
    do throws(Problems) {
      try await writeEverybody()
      return try await folder.loadCohort(try folder.load(), threads: world.threads).table
    } catch {
      made.remove()
      throw error
    }
  }

  /// Writes everybody's lines, several blocks at a time.
  private func writeEverybody() async throws(Problems) {
    let format = settings.store
    let cohort = cohort
    try await inOrder(pieces: cohort.blockCount, threads: world.threads, scratch: ()) {
      number, _ in
      cohort.block(number).lines(format)
    } add: { lines throws(Problems) in
      _ = try folder.write(settings, at: world.now(), waiting: {}) { writer throws(Problems) in
        try writer.append(lines: lines.participants, to: .participants)
        try writer.append(lines: lines.scores, to: .scores)
      }
    }
  }
}
