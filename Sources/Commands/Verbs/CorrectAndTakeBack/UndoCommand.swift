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
        + "voided, a correction is reversed, a void is recorded again, an enrollment is taken "
        + "back, and so on. Your entries are those recorded under your user name. It shows what "
        + "stands now and what will stand afterward, and asks; without a terminal, it needs --yes. "
        + "A second undo brings everything back. If somebody has changed the same thing since, it "
        + "is refused. Changes to settings and repairs are not entries: they stay, and the entry "
        + "before them is taken back. If two of your commands wrote in the same second, it asks "
        + "about each in turn.",
      options: [.yes],
      examples: [
        CommandExample("outcomes undo", "See what you entered last, and take it back"),
        CommandExample("outcomes undo --yes", "The same in a script"),
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let commands = try refusing(
      try open.folder.lastCommands(by: world.recordedBy, open.program))
    guard let last = commands.first else { throw world.refusalWithoutEntries }
    if commands.count > 1, read.arguments.has(.yes) { throw commands.map(\.entry).refusal }
    world.console.sayAll(last.later.map(\.staysNotice))
    for (position, command) in commands.enumerated() {
      let reversal = try command.reversal(in: open)
      let preview = ReversalReport(command.entry, reversal, open.program)
      let renderer = TextRenderer(world.console.messageWindow)
      world.console.say(String(renderer.render(preview.document).dropLast()))
      world.console.sayAll(commands[(position + 1)...].map(\.entry.sameSecondNotice))
      guard try read.consents(to: "take this back?") else { continue }
      try open.takeBack(command, reversal)
      for change in reversal.changes {
        open.sayAlerts(after: change.assessments, change.now.assessments)
      }
      world.console.print(command.entry.words(takenBackBy: world.recordedBy))
      return .done
    }
    throw Refusal.unchanged
  }
}

extension World {
  /// The refusal where the person has entered nothing.
  fileprivate var refusalWithoutEntries: Refusal {
    Refusal(
      .refused,
      Diagnostic(
        "this program has no entry by the user “\(recordedBy)”",
        remedy:
          "you can take back only your own entries; your name is your login name, or OUTCOMES_USER"
          + " if it is set"))
  }
}

extension [Entry] {
  /// The refusal to choose between entries of the same second without asking.
  fileprivate var refusal: Refusal {
    Refusal(
      .refused,
      Diagnostic(
        "two of your commands wrote at \(self[0].moment), and which was the last is not known: "
          + map(\.wordsAndParticipants).listed("and"),
        remedy: "without \(OptionDefinition.yes.flag), on a terminal, this asks about one after the"
          + " other; or take back the wrong one with `outcomes void`, `outcomes update` or"
          + " `outcomes enroll`"))
  }
}

extension LastCommand {
  /// The way back from the entry.
  fileprivate func reversal(in open: OpenProgram) throws(Refusal) -> EntryReversal {
    try entry.refuseFinal()
    return try refusing(
      try EntryReversal(
        entry, lines, open.program, on: open.world.today(), entry.reversalStamp(open.world)))
  }
}

extension OpenProgram {
  /// Writes the lines that take an entry back, unless something was entered in the meantime.
  fileprivate func takeBack(
    _ command: LastCommand, _ reversal: EntryReversal
  ) throws(Refusal) {
    try enter { writer throws(Refusal) in
      guard try refusing(try writer.extent()) == command.extent else {
        throw Refusal(
          .refused,
          Diagnostic(
            "something was entered in the meantime", remedy: "run this again; nothing was changed"))
      }
      try write(reversal.events, reversal.assessments, to: &writer)
    }
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
          "what “\(event.recordedBy)” entered last, at \(event.recordedAt), cannot be taken back:"
            + " \(event.action.rawValue)", remedy: "what was erased cannot be brought back"))
    }
  }

  /// True if the entry took back another one.
  fileprivate var isReversal: Bool { reason.hasPrefix(EntryStamp.Verb.tookBack.rawValue) }

  /// The confirmation that it was taken back, or brought back if it took back another.
  fileprivate func words(takenBackBy name: String) -> String {
    let done =
      isReversal ? "brought back what “\(name)” had taken back" : "took back what “\(name)” entered"
    return "\(done) at \(moment): \(words)"
  }

  /// The notice that another command may have been the last.
  fileprivate var sameSecondNotice: Diagnostic {
    Diagnostic(
      "another command of yours wrote in the same second, and may have been the last:"
        + " \(wordsAndParticipants)", remedy: "if you say no, this asks about that one")
  }

  /// What it did, and whom it is about.
  fileprivate var wordsAndParticipants: String {
    "\(words) (\(participants.map(\.rawValue).listed("and")))"
  }

  /// The stamp of the lines that take the entry back, or bring it back if it took back another.
  fileprivate func reversalStamp(_ world: World) -> EntryStamp {
    let verb = isReversal ? EntryStamp.Verb.broughtBack : .tookBack
    return EntryStamp(
      moment: world.now(), name: world.recordedBy, head: "\(verb.rawValue) the entry of \(moment)",
      reason: words)
  }
}

extension FileEvent {
  /// The notice that a later line is not an entry that could be taken back.
  fileprivate var staysNotice: Diagnostic {
    let (what, remedy) =
      switch action {
      case .settings:
        (
          "change of settings",
          "change a setting again with `outcomes set`; `outcomes history --settings` shows the old"
            + " value"
        )
      case .accept, .migrate, .quarantine, .erase:
        (
          "repair (\(action.rawValue))",
          "what was set aside is in recovered/; `outcomes restore` brings back a whole backup"
        )
      }
    return Diagnostic(
      "the \(what) at \(recordedAt) is not an entry, and stays; your last entry is shown below",
      remedy: remedy)
  }
}
