import Text

/// The way back from an entry: the lines after which everything that it changed is as before.
package struct EntryReversal: Sendable, Equatable {
  /// One participant before the entry, now, and afterward.
  package struct Change: Sendable, Equatable {
    package let participant: ParticipantID
    package let before: ParticipantLines
    package let now: ParticipantLines
    package let after: ParticipantLines
    /// True if the entry changed the enrollment or the attributes.
    package let changesEnrollment: Bool
    /// The forms that it changed, in order.
    package let forms: [FormKey]

    /// The new lines about assessments.
    package var assessments: [Assessment] {
      Array(after.assessments.dropFirst(now.assessments.count))
    }
  }

  package let changes: [Change]
  /// The new lines.
  package let events: [ParticipantEvent]
  package let assessments: [Assessment]

  /// - Parameters:
  ///   - entry: the entry.
  ///   - lines: all lines of each of its participants, in the order of their files.
  ///   - day: the current day.
  ///   - stamp: the time, person and reason of the new lines.
  /// - Throws: the reasons why the entry cannot be taken back.
  package init(
    _ entry: Entry, _ lines: [ParticipantID: ParticipantLines], _ program: Program,
    on day: CalendarDate, _ stamp: EntryStamp
  ) throws(Problems) {
    var changes: [Change] = []
    var newEvents: [ParticipantEvent] = []
    var newAssessments: [Assessment] = []
    var problems: [Diagnostic] = []
    let events = Dictionary(grouping: entry.events, by: \.participant)
    let assessments = Dictionary(grouping: entry.assessments, by: \.participant)
    for id in entry.participants {
      let known = lines[id] ?? ParticipantLines(events: [], assessments: [])
      let own = ParticipantLines(events: events[id] ?? [], assessments: assessments[id] ?? [])
      let later = Self.linesAfter(own, in: known)
      guard later.isEmpty else {
        problems += later
        continue
      }
      let change = Self.change(
        own, known, id, program, settlesAlerts: entry.isTransfer, on: day, stamp)
      problems += Self.contradictions(change)
      newEvents += change.after.events.dropFirst(known.events.count)
      newAssessments += change.assessments
      changes.append(change)
    }
    guard problems.isEmpty else { throw Problems(problems) }
    guard !newEvents.isEmpty || !newAssessments.isEmpty else {
      throw Problems(
        Diagnostic(
          "there is nothing to take back: the lines with the action"
            + " \(entry.actions.listed("and")) changed nothing that counts",
          remedy: "they stay in the history"))
    }
    (self.changes, self.events, self.assessments) = (changes, newEvents, newAssessments)
  }

  private static func change(
    _ own: ParticipantLines, _ known: ParticipantLines, _ id: ParticipantID, _ program: Program,
    settlesAlerts: Bool, on day: CalendarDate, _ stamp: EntryStamp
  ) -> Change {
    let before = known.without(own)
    let forms = FormState.all(in: own.assessments, program).map(\.key)
    let enrollment = EnrollmentState(before.events).events(
      for: id, from: EnrollmentState(known.events), on: day, stamp)
    let assessments = forms.flatMap { key -> [Assessment] in
      guard let now = FormState.of(key, in: known.assessments, program),
        let former = FormState.of(key, in: before.assessments, program)
      else { return [] }
      return now.returning(to: former, stamp, settlesAlerts: settlesAlerts)
    }
    return Change(
      participant: id, before: before, now: known,
      after: ParticipantLines(
        events: known.events + enrollment, assessments: known.assessments + assessments),
      changesEnrollment: !own.events.isEmpty, forms: forms)
  }

  /// Returns what was entered about the same things after the lines of the entry.
  private static func linesAfter(
    _ own: ParticipantLines, in known: ParticipantLines
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let last = own.events.last, let later = known.events.last, last != later {
      found.append(
        changed(
          "\(later.participant)", later.action.rawValue, later.recordedBy, later.recordedAt))
    }
    for line in FormState.lastLines(own.assessments) {
      guard let later = known.assessments.last(where: line.hasSameKey), later != line else {
        continue
      }
      found.append(
        changed(
          "\(later.instrument) of \(later.participant) at \(later.timepoint)",
          later.action.rawValue, later.recordedBy, later.recordedAt))
    }
    return found
  }

  private static func changed(
    _ what: String, _ action: String, _ name: String, _ moment: Timestamp
  ) -> Diagnostic {
    Diagnostic(
      "\(what) has since been changed, by “\(name)” at \(moment): \(action)",
      remedy: "see the history, and correct what is wrong with `outcomes correct`, `outcomes void`"
        + " or `outcomes update`")
  }

  /// Returns what would contradict itself afterward.
  private static func contradictions(_ change: Change) -> [Diagnostic] {
    let id = change.participant
    let standing = Assessment.latest(change.after.assessments)
    guard let participant = EnrollmentState(change.after.events).participant else {
      return standing.isEmpty
        ? []
        : [
          Diagnostic(
            "\(id) cannot be unenrolled, because something has been recorded since:"
              + " \(standing.map { "\($0.instrument) at \($0.timepoint)" }.listed("and"))",
            remedy: "void or move that first; see `outcomes show \(id)`")
        ]
    }
    return standing.filter { change.forms.contains(FormKey($0)) }.compactMap { line in
      let name = "\(line.instrument) of \(id) at \(line.timepoint)"
      if line.date < participant.enrolledOn {
        return Diagnostic(
          "\(name) is dated \(line.date), before \(id) was enrolled on"
            + " \(participant.enrolledOn)", remedy: "change the enrollment with `outcomes update`")
      }
      guard let day = participant.withdrawnOn, line.date > day else { return nil }
      return Diagnostic(
        "\(name) is dated \(line.date), after \(id) withdrew on \(day)",
        remedy: "enroll them again with `outcomes enroll \(id)`")
    }
  }
}

extension ParticipantLines {
  /// The lines before the last ones.
  fileprivate func without(_ last: ParticipantLines) -> ParticipantLines {
    ParticipantLines(
      events: events.dropLast(last.events.count),
      assessments: assessments.removing(last.assessments))
  }
}

extension [Assessment] {
  /// The lines without these, each removed once, from the end.
  fileprivate func removing(_ lines: [Assessment]) -> [Assessment] {
    var rest = self
    for line in lines.reversed() {
      if let position = rest.lastIndex(of: line) { rest.remove(at: position) }
    }
    return rest
  }
}

extension FormState {
  /// The last line of each timepoint and instrument.
  fileprivate static func lastLines(_ lines: [Assessment]) -> [Assessment] {
    lines.enumerated().filter { index, line in
      !lines[(index + 1)...].contains(where: line.hasSameKey)
    }.map(\.element)
  }
}
