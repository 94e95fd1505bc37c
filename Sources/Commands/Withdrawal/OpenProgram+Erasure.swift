import Records
import Storage
import Text

extension OpenProgram {
  /// Erases a participant: whatever is kept stays under a random code.
  /// - Parameters:
  ///   - withdrawal: the withdrawal; nil to go on with an erasure that was interrupted.
  ///   - reason: the reason for the history, which must not name the participant.
  func erase(
    _ erasure: Erasure, _ withdrawal: Withdrawal?, reason: String, _ writer: inout StoreWriter
  ) throws(Refusal) -> ErasureSummary {
    let stamp = (moment: world.now(), name: world.recordedBy)
    if let withdrawal {
      for event in events(erasure, withdrawal, reason: reason, stamp.moment) {
        try refusing(try writer.append(event))
      }
      for line in lines(erasure, withdrawal, stamp.moment) {
        try refusing(try writer.append(line))
      }
    }
    return try refusing(
      try writer.erase(erasure) { text in
        FileEvent(.erase, recordedAt: stamp.moment, recordedBy: stamp.name, text: text)
      })
  }

  /// The erasure of a participant that a killed command left unfinished; nil if there is none.
  func interruptedErasure(of id: ParticipantID) throws(Refusal) -> Erasure? {
    Erasure(interrupted: try refusing(try folder.events(of: id, program)))
  }

  /// Returns the ids that a participant had before being renamed or merged, and those that were
  /// taken back again: nobody is enrolled under them, and their lines are about the same person.
  /// The earliest come first.
  func formerIDs(
    of id: ParticipantID, _ writer: inout StoreWriter
  ) throws(Refusal) -> [ParticipantID] {
    var found = [id]
    var position = 0
    while position < found.count {
      let known = try lines(of: found[position], in: &writer)
      for reason in known.events.map(\.reason) + known.assessments.map(\.reason) {
        guard let other = EntryStamp.id(linkedWith: found[position], by: reason),
          !found.contains(other)
        else { continue }
        let events = try lines(of: other, in: &writer).events
        if EnrollmentState(events).participant == nil { found.append(other) }
      }
      position += 1
    }
    return found.dropFirst().reversed()
  }

  /// Erases the ids that a participant had before. Each is a participant whose enrollment was taken
  /// back, under a code of its own.
  func eraseFormer(
    _ ids: [ParticipantID], _ writer: inout StoreWriter
  ) throws(Refusal) {
    let moment = world.now()
    for id in ids {
      let erasure = Erasure(of: id, as: try freeCode(&writer))
      // Until the lines are rewritten, the code must be that of somebody.
      for action in [ParticipantAction.enroll, .unenroll] {
        try refusing(
          try writer.append(
            ParticipantEvent(
              participant: erasure.code, date: world.today(), action: action, recordedAt: moment,
              recordedBy: world.recordedBy, reason: erasure.marker,
              attributes: attributes.map { _ in "" })))
      }
      _ = try refusing(
        try writer.erase(erasure) { text in
          FileEvent(.erase, recordedAt: moment, recordedBy: world.recordedBy, text: text)
        })
    }
  }

  /// Returns a code that no participant has.
  func freeCode(_ writer: inout StoreWriter) throws(Refusal) -> ParticipantID {
    let known = Set(try refusing(try writer.participantIDs(program)))
    while true {
      if let code = Erasure.code(world.random()), !known.contains(code.rawValue) { return code }
    }
  }

  /// The lines after which the participant's id is no longer enrolled, and the code is, as erased.
  private func events(
    _ erasure: Erasure, _ withdrawal: Withdrawal, reason: String, _ moment: Timestamp
  ) -> [ParticipantEvent] {
    let blank = attributes.map { _ in "" }
    func event(
      _ id: ParticipantID, _ action: ParticipantAction, on date: CalendarDate, _ reason: String
    ) -> ParticipantEvent {
      ParticipantEvent(
        participant: id, date: date, action: action, recordedAt: moment,
        recordedBy: world.recordedBy, reason: reason, attributes: blank)
    }
    let participant = withdrawal.participant
    let leaving =
      participant.state == .unused
      ? [event(erasure.code, .withdrawUse, on: withdrawal.date, erasure.marker)] : []
    return [
      event(erasure.code, .enroll, on: participant.enrolledOn, erasure.marker)
    ] + leaving + [
      event(erasure.code, .erase, on: withdrawal.date, reason),
      event(erasure.id, .unenroll, on: withdrawal.date, erasure.marker),
    ]
  }

  /// The lines that move what stands to the code until the files are rewritten.
  private func lines(
    _ erasure: Erasure, _ withdrawal: Withdrawal, _ moment: Timestamp
  ) -> [Assessment] {
    withdrawal.assessments.flatMap { standing in
      var void = standing
      (void.answers, void.score, void.action) = (nil, nil, .void)
      var record = standing
      (record.participant, record.action) = (erasure.code, .record)
      return [void, record].map { line in
        var line = line
        (line.recordedAt, line.recordedBy) = (moment, world.recordedBy)
        line.reason = erasure.marker
        return line
      }
    }
  }
}

extension Diagnostic {
  /// The refusal of anything else about a participant whose erasure was interrupted.
  static func interruptedErasure(of id: ParticipantID) -> Diagnostic {
    Diagnostic(
      "the erasure of \(id) was interrupted",
      remedy: "complete it: outcomes withdraw \(id) --scope erase --reason TEXT --yes")
  }
}

extension ErasureSummary {
  /// The confirmation: what was done, and what is still to be done elsewhere.
  func words(of id: ParticipantID) -> [String] {
    let rewritten = lines == 1 ? "1 line was" : "\(lines) lines were"
    let recovered =
      recoveredLines == 0
      ? []
      : [
        "  \(recoveredLines == 1 ? "1 line was" : "\(recoveredLines) lines were") removed from"
          + " recovered/"
      ]
    return [
      "\(id) · erased: \(rewritten) rewritten, and all lines were sealed again"
    ] + recovered + [
      "  backups and exports made before still hold what was erased: delete them, and make a new"
        + " backup"
    ] + remaining.map { "  \($0) still names \(id): look at it, and change it" }
  }
}
