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

  /// Makes the folder and writes everybody's lines, several blocks at a time.
  func make() async throws(Problems) {
    try folder.create(settings)
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
