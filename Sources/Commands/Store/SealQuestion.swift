import Arguments
import Documents
import Records
import Reports
import Storage
import Text

/// What `outcomes check` is asked about seals, as typed: `--seal`, `--expect`, `--accept`,
/// `--reason`.
struct SealQuestion {
  /// Whether only the last seals are to be printed.
  let printsWord: Bool
  /// Seals that must be found.
  let noted: [NotedSeal]
  /// Why everything that is not sealed as it should be is kept; nil where it is not to be accepted.
  let acceptedBecause: String?
  /// Why damaged lines are set aside; nil where they are to stay.
  let setAsideBecause: String?

  /// - Throws: everything that is wrong with the flags, at once.
  init(_ arguments: ParsedArguments) throws(Refusal) {
    var values = ValueReader(arguments)
    printsWord = arguments.has(.seal)
    noted = arguments.values(of: .expect).flatMap { text in
      if let noted = NotedSeal.parse(text) { return noted }
      values.report(
        "“\(text)” is not a seal",
        remedy: "write what `outcomes check --seal` printed: --expect SEAL")
      return []
    }
    let reason = values.text(.judgment)
    acceptedBecause = arguments.has(.accept) ? reason : nil
    setAsideBecause = arguments.has(.repair) && arguments.has(.judgment) ? reason : nil
    if arguments.has(.accept), reason.isEmpty {
      values.report("--accept needs a reason", remedy: "say why this is kept: --reason TEXT")
    }
    if !arguments.has(.accept), !arguments.has(.repair), arguments.has(.judgment) {
      values.report(
        "--reason goes with --accept or --repair", remedy: "leave it out, or add one of them")
    }
    if arguments.has(.seal), arguments.value(of: .format) == ReportFormat.csv.rawValue {
      values.report(
        "a seal has no place among rows of problems", remedy: "take --format json, or none")
    }
    let apart: [(OptionDefinition, from: [OptionDefinition])] = [
      (.accept, from: [.seal, .expect, .repair, .format, .output]),
      (.repair, from: [.seal, .output]),
    ]
    for (flag, others) in apart where arguments.has(flag) {
      for other in others where arguments.has(other) {
        values.report(
          "\(flag.flag) and \(other.flag) do not go together",
          remedy: "run `outcomes check` twice")
      }
    }
    try values.finish()
  }
}

extension OpenProgram {
  /// What is not sealed as it should be.
  func verifySeals(noted: [NotedSeal] = []) async throws(Refusal) -> SealReport {
    do throws(Problems) {
      return try await folder.verifySeals(program.settings, noted: noted, threads: world.threads)
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }

  /// Refuses to go on where anything is not sealed as it should be.
  func requireSeals() async throws(Refusal) {
    let report = try await verifySeals()
    let found = report.diagnostics + report.settingsDiagnostics(program)
    guard found.isEmpty else { throw Refusal(.refused, found) }
  }

  /// Records that a person keeps everything that is not sealed as it should be.
  func acceptSeals(because reason: String) async throws(Refusal) {
    let report = try await verifySeals()
    let acceptances = report.acceptances(reason: reason)
    let changes = report.unrecordedChanges(program)
    guard !changes.contains(where: { $0.key == "schema" && $0.old != nil }) else {
      throw Refusal(
        .refused,
        Diagnostic(
          "program.json was set back to an older schema by hand: that cannot be kept",
          remedy: "write “schema”: “\(ProgramSchema.current.rawValue)” there again"))
    }
    guard !acceptances.isEmpty || !changes.isEmpty else {
      return world.console.say(
        "outcomes: there is nothing to accept: all lines and settings are sealed as they should be")
    }
    try write { writer throws(Problems) in
      for (file, _, text) in acceptances {
        try writer.append(event(.accept, text), to: file)
        writer.hasDonePart = true
      }
      if !changes.isEmpty {
        let entry = SettingsEntry(reason: reason, changes: changes)
        try writer.append(event(.settings, entry.text), to: .participants)
      }
    }
    for (file, place, _) in acceptances {
      world.console.print("\(file.name(program.settings.store)): accepted \(place)")
    }
    for difference in changes.flatMap(\.differencesInWords) {
      world.console.print("accepted \(difference)")
    }
  }

  /// A line about a file itself, written now.
  func event(_ action: FileAction, _ text: String) -> FileEvent {
    FileEvent(action, recordedAt: world.now(), recordedBy: world.recordedBy, text: text)
  }
}

extension OptionDefinition {
  static let verify = OptionDefinition(
    "verify", help: "refuse to answer from a broken chain of seals")
  static let seal = OptionDefinition("seal", help: "print the last seals, to write them down")
  static let expect = OptionDefinition(
    "expect", valueName: "SEAL", help: "what --seal printed: lines cut off since then are found",
    isRepeatable: true)
  static let accept = OptionDefinition(
    "accept",
    help: "keep lines and settings that are not sealed as they should be; needs --reason")
  static let judgment = OptionDefinition(
    "reason", valueName: "TEXT", help: "why it is kept, or set aside, for the history")
}
