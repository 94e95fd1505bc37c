import Records

/// The enrollment of an invented participant.
struct InventedEnrollment: Sendable {
  let id: ParticipantID
  let date: CalendarDate

  /// The name that is recorded with every line.
  static let recorder = "demo"

  /// Returns the lines of the participants file, in the order in which they were recorded.
  func events(of person: InventedParticipant, timepoints: [Timepoint]) -> [ParticipantEvent] {
    var events = [
      event(.enroll, on: date, person, site: person.mistakenSite ?? person.site, recordedOn: date)
    ]
    if person.mistakenSite != nil {
      events.append(
        event(
          .update, on: date, person, reason: "entered for another site by mistake",
          recordedOn: date.adding(days: 2)))
    }
    if let withdrawal = person.withdrawal {
      let last = zip(timepoints, person.visits).compactMap(day).max() ?? date
      let day = last.adding(days: withdrawal.delay)
      events.append(
        event(.withdraw, on: day, person, reason: withdrawal.reason, recordedOn: day))
    }
    return events
  }

  /// Returns the date of a visit; nil if it did not take place.
  func day(of timepoint: Timepoint, _ visit: InventedVisit?) -> CalendarDate? {
    visit.map { date.adding(days: timepoint.day + $0.delay) }
  }

  private func event(
    _ action: ParticipantAction, on date: CalendarDate, _ person: InventedParticipant,
    site: String? = nil, reason: String = "", recordedOn day: CalendarDate
  ) -> ParticipantEvent {
    ParticipantEvent(
      participant: id, date: date, action: action,
      recordedAt: Timestamp(date: day, seconds: Self.openingSecond), recordedBy: Self.recorder,
      reason: reason, attributes: [site ?? person.site, person.ageBand])
  }

  /// Half past eight in the morning, before the first questionnaire of the day, in seconds.
  private static let openingSecond = (8 * 60 + 30) * 60
}
