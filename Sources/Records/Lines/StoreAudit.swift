import Instruments
import Text

/// Goes through the lines of a store in order and finds contradictions in their history that no
/// single line can show.
package struct StoreAudit {
  /// The subject of a problem, until a later line resolves it.
  private enum Subject: Hashable {
    case participant(ParticipantID)
    case assessment(Key)
  }

  private struct Key: Hashable {
    let participant: ParticipantID
    let timepoint: TimepointID
    let instrument: InstrumentID
  }

  private struct Membership {
    var enrolledOn: CalendarDate
    /// The day of withdrawal; nil for a participant who has not withdrawn.
    var withdrawnOn: CalendarDate?
    /// True if the enrollment was taken back.
    var isUnenrolled = false
    var isErased = false
  }

  private let program: Program
  private var members: [ParticipantID: Membership] = [:]
  private var recorded: Set<Key> = []
  /// The assessments that are missing, as somebody said.
  private var skipped: Set<Key> = []
  /// The problems that no later line has resolved.
  private var open: [Subject: [Diagnostic]] = [:]

  package init(_ program: Program) {
    self.program = program
  }

  /// The current problems: those that were not resolved since by an update, a correction or a void.
  package var problems: [Diagnostic] { open.values.joined().inOrderOfPlaces() }

  /// Adds the next line of the participants file.
  package mutating func add(_ line: NumberedLine<ParticipantEvent>, file: String) {
    let found = problems(of: line, file: file)
    keep(found, of: .participant(line.value.participant), mends: line.value.action == .update)
  }

  /// Adds the next line of the scores file.
  package mutating func add(_ line: NumberedLine<Assessment>, file: String) {
    let assessment = line.value
    let place = SourceLocation(file: file, line: line.number)
    let key = Key(
      participant: assessment.participant, timepoint: assessment.timepoint,
      instrument: assessment.instrument)
    let found =
      orderProblems(assessment, key, place) + dateProblems(assessment, place)
      + scoreProblems(assessment, place)
      + reasonProblem(assessment.action != .record, assessment.reason, place)
    keep(
      found, of: .assessment(key),
      mends: assessment.action.changesScore && assessment.action != .record)
  }

  /// - Parameter mends: true if the line replaces everything that was wrong before.
  private mutating func keep(_ found: [Diagnostic], of subject: Subject, mends: Bool) {
    if mends { open[subject] = nil }
    if !found.isEmpty { open[subject, default: []] += found }
  }

  private mutating func problems(
    of line: NumberedLine<ParticipantEvent>, file: String
  ) -> [Diagnostic] {
    let event = line.value
    let place = SourceLocation(file: file, line: line.number)
    let member = members[event.participant]
    var problems = reasonProblem(event.action != .enroll, event.reason, place)
    switch (event.action, member) {
    case (.enroll, let member?) where member.withdrawnOn == nil && !member.isUnenrolled:
      members[event.participant]?.enrolledOn = event.date
      problems.append(
        Diagnostic(
          "\(event.participant) was enrolled a second time", at: place,
          remedy: "the later line counts; if these are two people, give one of them another id"))
    case (.enroll, _):
      members[event.participant] = Membership(enrolledOn: event.date, withdrawnOn: nil)
    case (.unenroll, _?) where Erasure(interrupted: [event]) != nil:
      members[event.participant]?.isUnenrolled = true
      problems.append(Self.interruptedErasure(event, place))
    case (.erase, let member?) where member.isUnenrolled: break
    case (_, let member?) where member.isUnenrolled:
      problems.append(
        Diagnostic(
          "\(event.participant) was changed after the enrollment was taken back", at: place,
          remedy: "enroll them again with `outcomes enroll`"))
    case (.unenroll, _?): members[event.participant]?.isUnenrolled = true
    case (.update, _?): members[event.participant]?.enrolledOn = event.date
    case (.withdraw, let member?), (.withdrawUse, let member?), (.erase, let member?):
      members[event.participant]?.withdrawnOn = event.date
      if event.action == .erase { members[event.participant]?.isErased = true }
      if event.date < member.enrolledOn {
        problems.append(
          Diagnostic(
            "\(event.participant) withdrew on \(event.date), before enrolling on"
              + " \(member.enrolledOn)", at: place,
            remedy: "enroll and withdraw them again with the right dates"))
      }
    case (_, nil): break  // An unknown participant is reported when the table is made.
    }
    return problems
  }

  private static func interruptedErasure(
    _ event: ParticipantEvent, _ place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "the erasure of \(event.participant) was interrupted: the numbers are right, but the files"
        + " still name them", at: place,
      remedy: "run `outcomes withdraw \(event.participant) --scope erase --reason TEXT` again")
  }

  private mutating func orderProblems(
    _ assessment: Assessment, _ key: Key, _ place: SourceLocation
  ) -> [Diagnostic] {
    let exists = recorded.contains(key)
    let isSkipped = skipped.contains(key)
    switch assessment.action {
    case .record, .correct: recorded.insert(key)
    case .void: recorded.remove(key)
    case .skip: skipped.insert(key)
    case .acknowledge, .reenter: break
    }
    if assessment.action.changesScore { skipped.remove(key) }
    let name = "\(key.instrument) of \(key.participant) at \(key.timepoint)"
    switch (assessment.action, exists) {
    case (.record, true):
      return [
        Diagnostic(
          "\(name) was recorded a second time", at: place,
          remedy: "the later line counts; use `outcomes correct` or `outcomes void` if it is wrong"
        )
      ]
    case (.skip, true):
      return [
        Diagnostic(
          "\(name) is said to be missing although it was recorded", at: place,
          remedy: "the assessment counts; use `outcomes void` if it should not be there")
      ]
    case (.void, false) where isSkipped: return []
    case (.correct, false), (.void, false), (.reenter, false):
      return [
        Diagnostic(
          "\(name) was changed before it was recorded", at: place,
          remedy: "a line that records it must come first")
      ]
    default: return []
    }
  }

  private func dateProblems(
    _ assessment: Assessment, _ place: SourceLocation
  ) -> [Diagnostic] {
    membershipProblems(assessment, place) + futureProblem(assessment, place)
  }

  /// The problems of an assessment that does not belong to the time of the participant's
  /// enrollment.
  private func membershipProblems(
    _ assessment: Assessment, _ place: SourceLocation
  ) -> [Diagnostic] {
    // Nobody can correct the lines of a participant who was erased.
    guard let member = members[assessment.participant], !member.isErased,
      assessment.action.changesScore, assessment.action != .void
    else { return [] }
    var problems: [Diagnostic] = []
    if member.isUnenrolled {
      problems.append(
        Diagnostic(
          "the enrollment of \(assessment.participant) was taken back, so this does not count",
          at: place,
          remedy: "void it with `outcomes void`, or enroll them again with `outcomes enroll`"))
    }
    if let day = member.withdrawnOn, assessment.date > day {
      problems.append(
        Diagnostic(
          "\(assessment.date) is after \(assessment.participant) withdrew on \(day), so it does"
            + " not count", at: place,
          remedy: "correct the date with `outcomes correct`, void it with `outcomes void`, or"
            + " enroll them again with `outcomes enroll`"))
    }
    if assessment.date < member.enrolledOn {
      problems.append(
        Diagnostic(
          "\(assessment.date) is before \(assessment.participant) was enrolled on"
            + " \(member.enrolledOn)", at: place,
          remedy:
            "correct the date with `outcomes correct`, or the enrollment with `outcomes update`"))
    }
    return problems
  }

  private func futureProblem(
    _ assessment: Assessment, _ place: SourceLocation
  ) -> [Diagnostic] {
    // East of Greenwich, the local day may be one day ahead of the recorded time.
    guard assessment.date > assessment.recordedAt.date.adding(days: 1) else { return [] }
    return [
      Diagnostic(
        "\(assessment.date) was in the future when it was recorded at"
          + " \(assessment.recordedAt)", at: place,
        remedy: "correct the date with `outcomes correct`")
    ]
  }

  /// Scores the answers again. A score by the complete-items rule is also accepted, because the
  /// program may have chosen another rule later.
  private func scoreProblems(
    _ assessment: Assessment, _ place: SourceLocation
  ) -> [Diagnostic] {
    guard let instrument = program.instrument(assessment.instrument), assessment.action.hasContent
    else { return [] }
    guard let answers = assessment.answers else {
      let problems = assessment.score.map(instrument.validate(score:)) ?? []
      return problems.map { Diagnostic($0.message, at: place, remedy: $0.remedy) }
    }
    let rules = [MissingItemRule.completeOnly, program.missingItemRule(for: instrument)]
    let expected = rules.map { instrument.score(answers: answers, missingItems: $0).value }
    if expected.contains(assessment.score) { return [] }
    let found = assessment.score.map(NumberText.shortest) ?? "no score"
    let right = (expected.last ?? nil).map(NumberText.shortest) ?? "no score"
    return [
      Diagnostic(
        "the answers “\(AnswerText.text(answers))” give \(right), not \(found)", at: place,
        remedy: "correct them with `outcomes correct`")
    ]
  }

  private func reasonProblem(
    _ isNeeded: Bool, _ reason: String, _ place: SourceLocation
  ) -> [Diagnostic] {
    guard isNeeded, reason.isEmpty else { return [] }
    return [Diagnostic("this line gives no reason", at: place, remedy: "every change needs one")]
  }
}
