/// The part of a participant's lines that is not about assessments: whether and how the participant
/// is enrolled.
package struct EnrollmentState: Sendable, Equatable {
  /// The participant; nil for one who was never enrolled, or whose enrollment was taken back.
  package let participant: Participant?
  /// The line that records the withdrawal; nil for a participant who has not withdrawn.
  private let withdrawal: ParticipantEvent?

  /// - Parameter events: the participant's lines in the participants file, in order.
  package init(_ events: [ParticipantEvent]) {
    let found = Participant(events)
    participant = found?.state == .unenrolled ? nil : found
    withdrawal =
      participant?.withdrawnOn == nil
      ? nil : events.last { [.withdraw, .withdrawUse].contains($0.action) }
  }

  /// Returns the lines after which a participant is enrolled as in this state.
  /// - Parameters:
  ///   - id: the participant, who may be another one than that of this state.
  ///   - current: the state of that participant now.
  ///   - day: the current day, on which an enrollment that was a mistake ends.
  package func events(
    for id: ParticipantID, from current: EnrollmentState, on day: CalendarDate, _ stamp: EntryStamp
  ) -> [ParticipantEvent] {
    let line = Line(id: id, stamp: stamp)
    guard let wanted = participant else {
      return current.participant.map { [line.of(.unenroll, $0, on: day)] } ?? []
    }
    let leaving = withdrawal.map { [line.repeating($0, of: wanted)] } ?? []
    guard let now = current.participant else {
      return [line.of(.enroll, wanted, on: wanted.enrolledOn)] + leaving
    }
    if now.withdrawnOn != nil, (now.withdrawnOn, now.state) != (wanted.withdrawnOn, wanted.state) {
      return [line.of(.enroll, wanted, on: wanted.enrolledOn)] + leaving
    }
    let isSame = now.enrolledOn == wanted.enrolledOn && now.attributes == wanted.attributes
    return (isSame ? [] : [line.of(.update, wanted, on: wanted.enrolledOn)])
      + (now.withdrawnOn == nil ? leaving : [])
  }

  /// A new line about a participant.
  private struct Line {
    let id: ParticipantID
    let stamp: EntryStamp

    func of(
      _ action: ParticipantAction, _ participant: Participant, on day: CalendarDate
    ) -> ParticipantEvent {
      ParticipantEvent(
        participant: id, date: day, action: action, recordedAt: stamp.moment,
        recordedBy: stamp.name, reason: stamp.text, attributes: participant.attributes)
    }

    /// The same event with what is known of the participant now: attributes may have been changed
    /// after it.
    func repeating(_ event: ParticipantEvent, of participant: Participant) -> ParticipantEvent {
      var line = event
      (line.participant, line.recordedAt, line.recordedBy) = (id, stamp.moment, stamp.name)
      line.attributes = participant.attributes
      line.reason = stamp.text(keeping: event.reason)
      return line
    }
  }
}
