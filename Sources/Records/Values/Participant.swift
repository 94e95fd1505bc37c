import Text

/// What a line of the participants file does.
package enum ParticipantAction: String, Sendable, CaseIterable {
  case enroll
  case update
  case withdraw
}

/// One line of the participants file as a value.
package struct ParticipantEvent: Sendable, Equatable {
  package var participant: ParticipantID
  /// The day the action counts from: of enrollment, or for `withdraw` of the withdrawal.
  package var date: CalendarDate
  package var action: ParticipantAction
  package var recordedAt: Timestamp
  package var recordedBy: String
  package var reason: String
  /// One value an attribute of the program, in its order; empty where unknown.
  package var attributes: [String]

  package init(
    participant: ParticipantID, date: CalendarDate, action: ParticipantAction,
    recordedAt: Timestamp, recordedBy: String, reason: String, attributes: [String]
  ) {
    self.participant = participant
    self.date = date
    self.action = action
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.reason = reason
    self.attributes = attributes
  }

  /// The line's values in the order of `StoreSchema.participants`.
  package var values: [String] {
    [
      participant.rawValue, date.description, action.rawValue, recordedAt.description, recordedBy,
      reason,
    ] + attributes + [""]
  }
}

/// What is known of a participant now.
package struct Participant: Sendable, Equatable {
  package let id: ParticipantID
  package private(set) var enrolledOn: CalendarDate
  /// The day of withdrawal, nil for whoever takes part.
  package private(set) var withdrawnOn: CalendarDate?
  /// One value an attribute of the program, in its order; empty where unknown.
  package private(set) var attributes: [String]

  /// A participant as the lines say, the latest last; nil where no line enrolls anyone.
  package init?(_ events: [ParticipantEvent]) {
    guard let first = events.first(where: { $0.action == .enroll }) else { return nil }
    id = first.participant
    enrolledOn = first.date
    attributes = first.attributes
    for event in events { apply(event) }
  }

  private mutating func apply(_ event: ParticipantEvent) {
    switch event.action {
    case .enroll: (enrolledOn, withdrawnOn) = (event.date, nil)
    case .update: enrolledOn = event.date
    case .withdraw: withdrawnOn = event.date
    }
    attributes = event.attributes
  }
}
