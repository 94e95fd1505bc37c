import Arguments
import Instruments
import Records
import Storage
import Text

/// The program that a command works on, with what it needs to know of the world.
struct OpenProgram: Sendable {
  let folder: ProgramFolder
  let program: Program
  let world: World

  /// Finds and reads the program that `--store`, `OUTCOMES_STORE` or the current folder means, as
  /// it was known when `--as-known-at` says.
  /// - Parameter code: the exit code where its settings or instruments have problems.
  init(_ read: ValueReader, problemsEndWith code: ExitCode = .refused) throws(Refusal) {
    world = read.world
    let knownAt = try read.moment(.asKnownAt).get()
    let given = read.arguments.value(of: .store) ?? world.value(of: .store)
    let found = try refusing(
      try ProgramFolder.find(given: given, current: world.currentFolder, files: world.files))
    folder = found.asKnown(at: knownAt)
    do throws(Problems) {
      program = try folder.load()
    } catch {
      throw Refusal(code, error.diagnostics)
    }
  }

  /// The settings' names of what is known of each participant.
  var attributes: [String] { program.settings.attributes }

  /// Says what a person should know about the files.
  func say(_ notices: [StoreNotice]) { world.console.sayAll(notices.map(\.diagnostic)) }

  /// The cohort's columns; says what a person should know about the files.
  /// - Parameter keepsAnswers: whether the answers are wanted too.
  func cohort(keepsAnswers: Bool) async throws(Refusal) -> CohortColumns {
    let cohort = try await loadCohort(keepsAnswers: keepsAnswers)
    say(cohort.notices)
    return cohort.table
  }

  /// The cohort's columns, with what a person should know about the files.
  /// - Parameter keepsAnswers: whether the answers are wanted too.
  func loadCohort(keepsAnswers: Bool) async throws(Refusal) -> Cohort {
    do throws(Problems) {
      return try await folder.loadCohort(
        program, keepsAnswers: keepsAnswers, threads: world.threads)
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  /// Lets `body` write, alone.
  func write<Result>(
    _ body: (inout StoreWriter) throws(Problems) -> Result
  ) throws(Refusal) -> Result {
    let (result, notices) = try refusing(
      try folder.write(program.settings, at: world.now(), waiting: sayWaiting, body))
    say(notices)
    return result
  }

  /// Lets `body` read what was typed, check it against the store, and write it, alone: nobody
  /// changes in between what it was checked against.
  func enter<Result>(
    _ body: (inout StoreWriter) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    try write { writer throws(Problems) in
      Reading { () throws(Refusal) in try body(&writer) }
    }.get()
  }

  /// Mends what needs no judgment, alone, and says what was done.
  /// - Parameter reason: why damaged lines are set aside; nil where they are to stay.
  func repair(settingAsideBecause reason: String?) throws(Refusal) {
    let now = world.now()
    let stamp = reason.map {
      Quarantine.Stamp(moment: now, name: world.recordedBy, reason: $0)
    }
    say(
      try refusing(
        try folder.repair(program, at: now, settingAside: stamp, waiting: sayWaiting)))
  }

  private func sayWaiting() {
    world.console.say("outcomes: waiting for another command that is writing …")
  }

  /// What happened to a participant, in the order of the file; empty for an unknown one.
  func events(of id: ParticipantID) throws(Refusal) -> [ParticipantEvent] {
    try refusing(try folder.events(of: id, program))
  }

  /// A participant's lines about assessments, in the order of the file.
  func assessments(of id: ParticipantID) throws(Refusal) -> [Assessment] {
    try refusing(try folder.assessments(of: id, program))
  }

  /// A participant who is enrolled, or was.
  func participant(_ id: ParticipantID) throws(Refusal) -> Participant {
    try participant(id, try events(of: id)) { () throws(Problems) in
      try folder.participantIDs(program)
    }
  }

  /// The same as the lines of a store say that is open for writing.
  func participant(
    _ id: ParticipantID, in writer: inout StoreWriter
  ) throws(Refusal) -> Participant {
    try participant(id, try refusing(try writer.events(of: id, program))) { () throws(Problems) in
      try writer.participantIDs(program)
    }
  }

  private func participant(
    _ id: ParticipantID, _ events: [ParticipantEvent], knownIDs: () throws(Problems) -> [String]
  ) throws(Refusal) -> Participant {
    if let participant = Participant(events) { return participant }
    let nearMiss = NearMiss.suggestion(for: id.rawValue, among: try refusing(try knownIDs()))
    let advice = folder.knownAt == nil ? "enroll them with `outcomes enroll \(id)`" : nil
    throw Refusal(
      .refused,
      Diagnostic(
        UnknownName.participant(id.rawValue, asKnownAt: folder.knownAt),
        remedy: nearMiss ?? advice))
  }
}

extension ValueReader {
  /// The program that the command works on.
  func program() -> Reading<OpenProgram> {
    Reading { () throws(Refusal) in try OpenProgram(self) }
  }
}
