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
  init(
    _ arguments: ParsedArguments, _ world: World, problemsEndWith code: ExitCode = .refused
  ) throws(Refusal) {
    var values = ValueReader(arguments)
    let knownAt = values.moment(.asKnownAt)
    try values.finish()
    let given = arguments.value(of: .store) ?? world.value(of: .store)
    folder = try refusing { () throws(Problems) in
      try ProgramFolder.find(
        given: given, current: world.currentFolder, files: world.files
      ).asKnown(at: knownAt)
    }
    do throws(Problems) {
      program = try folder.load()
    } catch {
      throw Refusal(code, error.diagnostics)
    }
    self.world = world
  }

  /// The settings' names of what is known of each participant.
  var attributes: [String] { program.settings.attributes }

  /// Says what a person should know about the files.
  func say(_ notices: [StoreNotice]) { world.console.sayAll(notices.map(\.diagnostic)) }

  /// Lets `body` write, alone.
  func write<Result>(
    _ body: (inout StoreWriter) throws(Problems) -> Result
  ) throws(Refusal) -> Result {
    let (result, notices) = try refusing { () throws(Problems) in
      try folder.write(program.settings, at: world.now(), waiting: sayWaiting) {
        writer throws(Problems) in
        try body(&writer)
      }
    }
    say(notices)
    return result
  }

  /// Mends what needs no judgment, alone, and says what was done.
  /// - Parameter reason: why damaged lines are set aside; nil where they are to stay.
  func repair(settingAsideBecause reason: String?) throws(Refusal) {
    let now = world.now()
    let stamp = reason.map {
      Quarantine.Stamp(moment: now, name: world.recordedBy, reason: $0)
    }
    let done = try refusing { () throws(Problems) in
      try folder.repair(program, at: now, settingAside: stamp, waiting: sayWaiting)
    }
    say(done)
  }

  private func sayWaiting() {
    world.console.say("outcomes: waiting for another command that is writing …")
  }

  /// Somebody who is enrolled, or was.
  func participant(_ id: ParticipantID) throws(Problems) -> Participant {
    try participant(id, try folder.events(of: id, program)) { () throws(Problems) in
      try folder.participantIDs(program)
    }
  }

  /// The same as the lines of a store say that is open for writing.
  func participant(
    _ id: ParticipantID, in writer: inout StoreWriter
  ) throws(Problems) -> Participant {
    try participant(id, try writer.events(of: id, program)) { () throws(Problems) in
      try writer.participantIDs(program)
    }
  }

  private func participant(
    _ id: ParticipantID, _ events: [ParticipantEvent], knownIDs: () throws(Problems) -> [String]
  ) throws(Problems) -> Participant {
    if let participant = Participant(events) { return participant }
    let nearMiss = NearMiss.suggestion(for: id.rawValue, among: try knownIDs())
    if let knownAt = folder.knownAt {
      throw Problems(
        Diagnostic("nobody was enrolled as “\(id)” as known at \(knownAt)", remedy: nearMiss))
    }
    throw Problems(
      Diagnostic(
        "nobody is enrolled as “\(id)”",
        remedy: nearMiss ?? "enroll them with `outcomes enroll \(id)`"))
  }
}
