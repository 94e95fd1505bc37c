import Arguments
import Documents
import Records
import Reports
import Storage
import Text

extension Command {
  /// `outcomes undo`
  static let undo = Command(
    CommandDefinition(
      "undo", group: .correctAndTakeBack, summary: "Take back what you entered last",
      discussion:
        "Takes back your last command, however many lines it wrote, by new lines: a record is "
        + "voided, a correction is set back, a void is recorded again, an enrollment is taken "
        + "back, and so on. You are the name recorded with each entry. It shows what stands now "
        + "and what will stand afterward, and asks; without a terminal, it needs --yes. A second "
        + "undo brings everything back. If somebody has changed the same thing since, it is "
        + "refused. Settings and repairs are not taken back: change a setting again with "
        + "`outcomes set`.",
      options: [.yes],
      examples: [
        CommandExample("outcomes undo", "See what you entered last, and take it back"),
        CommandExample("outcomes undo --yes", "The same in a script"),
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let name = world.recordedBy
    guard let last = try refusing(try open.folder.lastCommand(by: name, open.program)) else {
      throw Refusal(
        .refused,
        Diagnostic(
          "\(name) has not entered anything",
          remedy:
            "everyone takes back their own entries; the name is that of the user who is logged"
            + " in, or OUTCOMES_USER"))
    }
    try last.entry.refuseFinal()
    let reversal = try refusing(
      try EntryReversal(
        last.entry, last.lines, open.program, on: world.today(), last.entry.reversalStamp(world)))
    let preview = ReversalReport(last.entry, reversal, open.program)
    world.console.say(String(TextRenderer().render(preview.document).dropLast()))
    try read.requireConsent("take this back?")
    try open.enter { writer throws(Refusal) in
      guard try refusing(try writer.extent()) == last.extent else {
        throw Refusal(
          .refused,
          Diagnostic(
            "something was entered in the meantime", remedy: "run this again; nothing was changed"))
      }
      try open.write(reversal.events, reversal.assessments, to: &writer)
    }
    for change in reversal.changes {
      open.sayAlerts(after: change.assessments, change.now.assessments)
    }
    let done =
      last.entry.isReversal
      ? "brought back what \(name) had taken back at" : "took back what \(name) entered at"
    world.console.print("\(done) \(last.entry.moment): \(last.entry.words)")
    return .done
  }
}

extension Entry {
  /// Refuses to take back what can only be changed in another way.
  fileprivate func refuseFinal() throws(Refusal) {
    if let interrupted = events.lazy.compactMap({ Erasure(interrupted: [$0]) }).first {
      throw Refusal(.refused, .interruptedErasure(of: interrupted.id))
    }
    if let event = fileEvents.first {
      throw Refusal(
        .refused,
        Diagnostic(
          "what \(event.recordedBy) entered last, at \(event.recordedAt), cannot be taken back:"
            + " \(event.action.rawValue)", remedy: event.action.otherWayBack))
    }
  }

  /// True if the entry took back another one.
  fileprivate var isReversal: Bool { reason.hasPrefix(EntryStamp.Verb.tookBack.rawValue) }

  /// The stamp of the lines that take the entry back, or bring it back if it took back another.
  fileprivate func reversalStamp(_ world: World) -> EntryStamp {
    let verb = isReversal ? EntryStamp.Verb.broughtBack : .tookBack
    return EntryStamp(
      moment: world.now(), name: world.recordedBy, head: "\(verb.rawValue) the entry of \(moment)",
      reason: words)
  }
}

extension FileAction {
  /// What to do instead of taking a line about the file back.
  fileprivate var otherWayBack: String {
    switch self {
    case .settings:
      "change the setting again with `outcomes set`; `outcomes history --settings` shows the old"
        + " value"
    case .erase: "what was erased cannot be brought back"
    case .accept, .migrate, .quarantine:
      "what was set aside is in recovered/; `outcomes restore` brings back a whole backup"
    }
  }
}
