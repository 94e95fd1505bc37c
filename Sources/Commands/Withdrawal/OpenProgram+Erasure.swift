import Records
import Storage
import Text

extension OpenProgram {
  /// Erases a participant: whatever is kept stays under a random code. The ids that the participant
  /// had before are erased likewise, under codes of their own.
  /// - Parameters:
  ///   - former: these ids, the earliest first: an id is only found by what is said of a later one.
  ///   - withdrawal: the withdrawal; nil to go on with an erasure that was interrupted.
  ///   - reason: the reason for the history, which must not name the participant.
  /// - Returns: the result for the id itself, and the forms of all of these ids.
  func erase(
    _ id: ParticipantID, former: [ParticipantID], _ withdrawal: Withdrawal?, reason: String,
    _ writer: inout StoreWriter
  ) throws(Refusal) -> ErasureSummary {
    let moment = world.now()
    let misfiled = try misfiledForms(of: former + [id]) { id throws(Refusal) in
      try lines(of: id, in: &writer)
    }
    var erasures: [Erasure] = []
    for each in former + [id] {
      if let begun = Erasure(interrupted: try refusing(try writer.events(of: each, program))) {
        erasures.append(begun)
        continue
      }
      let erasure = Erasure(of: each, as: try freeCode(besides: erasures, &writer))
      erasures.append(erasure)
      if each != id {
        try write(formerEvents(erasure, moment), [], to: &writer)
      } else if let withdrawal {
        try write(
          events(erasure, withdrawal, reason: reason, moment),
          lines(erasure, withdrawal, moment), to: &writer)
      }
    }
    var summary = ErasureSummary()
    for erasure in erasures {
      summary = try refusing(
        try writer.erase(erasure, misfiled) { text in
          FileEvent(.erase, recordedAt: moment, recordedBy: world.recordedBy, text: text)
        })
    }
    return summary
  }

  /// Returns the forms of a participant, with all ids, that were filed under others first.
  func misfiledForms(
    of ids: [ParticipantID], _ lines: (ParticipantID) throws(Refusal) -> ParticipantLines
  ) throws(Refusal) -> [MisfiledForm] {
    var found: [MisfiledForm] = []
    for id in ids {
      found += try MisfiledForm.all(of: id) { id throws(Refusal) in try lines(id).assessments }
    }
    return found.filter { !ids.contains($0.place.participant) }
  }

  /// The erasure of a participant that a killed command left unfinished; nil if there is none.
  func interruptedErasure(of id: ParticipantID) throws(Refusal) -> Erasure? {
    Erasure(interrupted: try refusing(try folder.events(of: id, program)))
  }

  /// Returns the ids that a participant had before being renamed or merged, and those that were
  /// taken back again: nobody is enrolled under them, and their lines are about the same person.
  /// The earliest come first.
  func formerIDs(
    of id: ParticipantID, _ lines: (ParticipantID) throws(Refusal) -> ParticipantLines
  ) throws(Refusal) -> [ParticipantID] {
    var found = [id]
    var position = 0
    while position < found.count {
      let known = try lines(found[position])
      for reason in known.events.map(\.reason) + known.assessments.map(\.reason) {
        guard let other = EntryStamp.id(linkedWith: found[position], by: reason),
          !found.contains(other)
        else { continue }
        let events = try lines(other).events
        if EnrollmentState(events).participant == nil { found.append(other) }
      }
      position += 1
    }
    return found.dropFirst().reversed()
  }

  /// Returns a code that no participant has.
  private func freeCode(
    besides erasures: [Erasure], _ writer: inout StoreWriter
  ) throws(Refusal) -> ParticipantID {
    let known = Set(try refusing(try writer.participantIDs(program)))
      .union(erasures.map(\.code.rawValue))
    while true {
      if let code = Erasure.code(world.random()), !known.contains(code.rawValue) { return code }
    }
  }

  /// The lines after which the code is that of somebody whose enrollment was taken back, as the id
  /// is.
  private func formerEvents(_ erasure: Erasure, _ moment: Timestamp) -> [ParticipantEvent] {
    let steps: [(ParticipantID, ParticipantAction)] = [
      (erasure.code, .enroll), (erasure.code, .unenroll), (erasure.id, .unenroll),
    ]
    return steps.map { id, action in
      event(id, action, on: world.today(), erasure.marker, moment)
    }
  }

  /// The lines after which the participant's id is no longer enrolled, and the code is, as erased.
  private func events(
    _ erasure: Erasure, _ withdrawal: Withdrawal, reason: String, _ moment: Timestamp
  ) -> [ParticipantEvent] {
    let participant = withdrawal.participant
    let leaving: ParticipantAction? =
      switch participant.state {
      case .counted, .erased: nil
      case .unused: .withdrawUse
      case .unenrolled: .unenroll
      }
    return [event(erasure.code, .enroll, on: participant.enrolledOn, erasure.marker, moment)]
      + [leaving].compactMap(\.self).map {
        event(erasure.code, $0, on: withdrawal.date, erasure.marker, moment)
      } + [
        event(erasure.code, .erase, on: withdrawal.date, reason, moment),
        event(erasure.id, .unenroll, on: withdrawal.date, erasure.marker, moment),
      ]
  }

  private func event(
    _ id: ParticipantID, _ action: ParticipantAction, on date: CalendarDate, _ reason: String,
    _ moment: Timestamp
  ) -> ParticipantEvent {
    ParticipantEvent(
      participant: id, date: date, action: action, recordedAt: moment,
      recordedBy: world.recordedBy, reason: reason, attributes: attributes.map { _ in "" })
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
    let misfiled = MisfiledForm.words(misfiledForms).map { ["  \($0)"] } ?? []
    let unread = unread.map {
      "  \($0) cannot be read, and may still name \(id): look at it, and change it or delete it"
    }
    return [
      "\(id) · erased: \(rewritten) rewritten, and all lines were sealed again"
    ] + recovered + misfiled + [
      "  backups and exports made before still hold what was erased: delete them, and make a new"
        + " backup"
    ] + remaining.map { "  \($0) still names \(id): look at it, and change it or delete it" }
      + unread
  }
}

extension MisfiledForm {
  /// What stays of forms that were filed under others first, in words; nil if there are none.
  static func words(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    let forms = number == 1 ? "1 form that was" : "\(number) forms that were"
    return "\(forms) filed under another id first will stay in the history of that id, voided, with"
      + " the answers and without the reasons"
  }
}
