import Arguments
import Instruments
import Records
import Storage
import Text

/// The program that a command works on, with the world that it runs in.
struct OpenProgram: Sendable {
  let folder: ProgramFolder
  let program: Program
  let world: World

  /// Finds and reads the program given by `--store`, `OUTCOMES_STORE` or the current folder, as
  /// recorded up to the moment given by `--as-known-at`.
  /// - Parameter code: the exit code if its settings or instruments have problems.
  init(_ read: ValueReader, problemsEndWith code: ExitCode = .refused) throws(Refusal) {
    world = read.world
    let knownAt = try read.pastMoment(.asKnownAt).get()
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

  /// The names of the participants' attributes.
  var attributes: [String] { program.settings.attributes }

  /// Prints notices about the files as messages.
  func say(_ notices: [StoreNotice]) { world.console.sayAll(notices.map(\.diagnostic)) }

  /// Loads the cohort's columns and prints the notices about its files.
  /// - Parameters:
  ///   - keepsAnswers: true to include the answers.
  ///   - keepsAlerts: true to include the open alerts.
  func cohort(
    keepsAnswers: Bool = false, keepsAlerts: Bool = false
  ) async throws(Refusal) -> CohortColumns {
    let cohort = try await loadCohort(keepsAnswers: keepsAnswers, keepsAlerts: keepsAlerts)
    say(cohort.notices)
    return cohort.table
  }

  /// Loads the cohort's columns, with the notices about its files.
  /// - Parameters:
  ///   - keepsAnswers: true to include the answers.
  ///   - keepsAlerts: true to include the open alerts.
  func loadCohort(
    keepsAnswers: Bool = false, keepsAlerts: Bool = false
  ) async throws(Refusal) -> Cohort {
    do throws(Problems) {
      return try await folder.loadCohort(
        program, keepsAnswers: keepsAnswers, keepsAlerts: keepsAlerts, threads: world.threads)
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  /// Lets `body` write while no other command can. All of its lines count together, or none.
  func write<Result>(
    _ body: (inout StoreWriter) throws(Problems) -> Result
  ) throws(Refusal) -> Result {
    let (result, notices) = try refusing(
      try folder.write(program.settings, at: world.now(), waiting: sayWaiting, body))
    say(notices)
    return result
  }

  /// Lets `body` read the arguments, check them against the store, and write, while no other
  /// command can write: the store cannot change between the check and the write. A refusal takes
  /// back what was written before it.
  func enter<Result>(
    _ body: (inout StoreWriter) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    try write { writer throws(Problems) in
      let reading = Reading { () throws(Refusal) in try body(&writer) }
      if case .failure = reading { writer.discard() }
      return reading
    }.get()
  }

  /// Repairs what needs no judgment, while no other command can write, and prints what was done.
  /// - Parameter reason: the reason for setting damaged lines aside; nil to leave them.
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
    world.console.say("outcomes: waiting for another command to finish writing …")
  }

  /// Returns a participant, who may have withdrawn, with the lines in both files.
  /// - Parameter orUnenrolled: true if it may be one whose enrollment was taken back.
  func lines(
    of id: ParticipantID, orUnenrolled: Bool = false
  ) throws(Refusal) -> (participant: Participant, lines: ParticipantLines) {
    let lines = try refusing(try folder.lines(of: id, program))
    let participant = try participant(id, lines.events, orUnenrolled) { () throws(Problems) in
      try folder.participantIDs(program)
    }
    return (participant, lines)
  }

  /// Returns a participant, who may have withdrawn.
  func participant(_ id: ParticipantID) throws(Refusal) -> Participant {
    try participant(id, try refusing(try folder.events(of: id, program))) { () throws(Problems) in
      try folder.participantIDs(program)
    }
  }

  /// Returns a participant, who may have withdrawn, from a store that is open for writing.
  /// - Parameter orUnenrolled: true if it may be one whose enrollment was taken back.
  func participant(
    _ id: ParticipantID, in writer: inout StoreWriter, orUnenrolled: Bool = false
  ) throws(Refusal) -> Participant {
    let events = try refusing(try writer.events(of: id, program))
    return try participant(id, events, orUnenrolled) { () throws(Problems) in
      try writer.participantIDs(program)
    }
  }

  private func participant(
    _ id: ParticipantID, _ events: [ParticipantEvent], _ orUnenrolled: Bool = false,
    knownIDs: () throws(Problems) -> [String]
  ) throws(Refusal) -> Participant {
    if let participant = Participant(events) {
      guard participant.state == .unenrolled else { return participant }
      try participant.refuseErased()
      if Erasure(interrupted: events) != nil {
        throw Refusal(.refused, .interruptedErasure(of: id))
      }
      let reason = events.last?.reason ?? ""
      if let other = EntryStamp.id(linkedWith: id, by: reason) {
        throw Refusal(
          .refused,
          Diagnostic(
            "nobody is enrolled as “\(id)” any longer: \(reason)",
            remedy: "use “\(other)”; see `outcomes history \(id)` for what was entered before"))
      }
      if orUnenrolled { return participant }
      throw Refusal(
        .refused,
        Diagnostic(
          "the enrollment of \(id) was taken back: \(reason)",
          remedy: "see `outcomes history \(id)`; enroll them again with `outcomes enroll \(id)`"))
    }
    let unknown = Diagnostic(
      UnknownName.participant(id.rawValue, asKnownAt: folder.knownAt),
      remedy: folder.knownAt == nil ? "enroll them with `outcomes enroll \(id)`" : nil)
    let nearest = NearMiss.nearest(to: id.rawValue, among: try refusing(try knownIDs()))
    let meant = nearest.flatMap { ParticipantID(rawValue: $0) }.map {
      MeantParticipant(typed: id, existing: $0, otherwise: unknown)
    }
    throw Refusal(.refused, [meant?.diagnostic ?? unknown], meant: meant)
  }
}

extension ValueReader {
  /// Opens the program that the command works on.
  func program() -> Reading<OpenProgram> {
    Reading { () throws(Refusal) in try OpenProgram(self) }
  }
}
