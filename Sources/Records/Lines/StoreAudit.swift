import Instruments
import Text

/// Goes over the lines of a store in their order and finds what makes no sense in their history,
/// which one line by itself cannot show.
package struct StoreAudit {
  /// What a problem stays with until a later line mends it.
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
    /// The day of withdrawal, nil for somebody who takes part.
    var withdrawnOn: CalendarDate?
  }

  private let program: Program
  private var members: [ParticipantID: Membership] = [:]
  private var recorded: Set<Key> = []
  /// The problems that no later line has mended.
  private var open: [Subject: [Diagnostic]] = [:]

  package init(_ program: Program) {
    self.program = program
  }

  /// What is wrong now: nothing that a person has since updated, corrected or voided.
  package var problems: [Diagnostic] { open.values.joined().inOrderOfPlaces() }

  /// Takes the next line of the participants file.
  package mutating func add(_ line: NumberedLine<ParticipantEvent>, file: String) {
    let found = problems(of: line, file: file)
    keep(found, of: .participant(line.value.participant), mends: line.value.action == .update)
  }

  /// Takes the next line of the scores file.
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
    keep(found, of: .assessment(key), mends: assessment.action != .record)
  }

  /// - Parameter mends: whether the line takes the place of all that was wrong before.
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
    case (.enroll, let member?) where member.withdrawnOn == nil:
      members[event.participant]?.enrolledOn = event.date
      problems.append(
        Diagnostic(
          "\(event.participant) is enrolled a second time", at: place,
          remedy: "the later line counts; if they are two people, give one another id"))
    case (.enroll, _):
      members[event.participant] = Membership(enrolledOn: event.date, withdrawnOn: nil)
    case (.update, _?): members[event.participant]?.enrolledOn = event.date
    case (.withdraw, let member?):
      members[event.participant]?.withdrawnOn = event.date
      if event.date < member.enrolledOn {
        problems.append(
          Diagnostic(
            "\(event.participant) withdraws on \(event.date), before the enrollment on"
              + " \(member.enrolledOn)", at: place,
            remedy: "enroll and withdraw them again with the right days"))
      }
    case (_, nil): break  // An unknown participant is reported when the table is made.
    }
    return problems
  }

  private mutating func orderProblems(
    _ assessment: Assessment, _ key: Key, _ place: SourceLocation
  ) -> [Diagnostic] {
    let exists = recorded.contains(key)
    switch assessment.action {
    case .record, .correct: recorded.insert(key)
    case .void: recorded.remove(key)
    }
    let name = "\(key.instrument) of \(key.participant) at \(key.timepoint)"
    switch (assessment.action, exists) {
    case (.record, true):
      return [
        Diagnostic(
          "\(name) is recorded a second time", at: place,
          remedy: "the later line counts; `outcomes correct` or `outcomes void` says which is right"
        )
      ]
    case (.correct, false), (.void, false):
      return [
        Diagnostic(
          "\(name) is changed before it was recorded", at: place,
          remedy: "a line that records it must come first")
      ]
    default: return []
    }
  }

  private func dateProblems(
    _ assessment: Assessment, _ place: SourceLocation
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let member = members[assessment.participant]
    if let day = member?.withdrawnOn, assessment.date > day, assessment.action != .void {
      problems.append(
        Diagnostic(
          "\(assessment.date) is after \(assessment.participant) withdrew, on \(day): it does not"
            + " count", at: place,
          remedy: "correct the day with `outcomes correct`, take it back with `outcomes void`, or"
            + " enroll them again with `outcomes enroll`"))
    }
    if let member, assessment.date < member.enrolledOn, assessment.action != .void {
      problems.append(
        Diagnostic(
          "\(assessment.date) is before \(assessment.participant) was enrolled, on"
            + " \(member.enrolledOn)", at: place,
          remedy:
            "correct the day with `outcomes correct`, or the enrollment with `outcomes update`"))
    }
    // Where the day begins earlier than in Greenwich, it may be one day ahead.
    if assessment.date > assessment.recordedAt.date.adding(days: 1) {
      problems.append(
        Diagnostic(
          "\(assessment.date) was in the future when it was recorded, at"
            + " \(assessment.recordedAt)", at: place,
          remedy: "correct the day with `outcomes correct`"))
    }
    return problems
  }

  /// Scores the answers again. A score by the complete-items rule is right as well: the program may
  /// have asked for another rule only later.
  private func scoreProblems(
    _ assessment: Assessment, _ place: SourceLocation
  ) -> [Diagnostic] {
    guard let instrument = program.instrument(assessment.instrument), assessment.action != .void
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
    return [Diagnostic("this line gives no reason", at: place, remedy: "a change needs one")]
  }
}
