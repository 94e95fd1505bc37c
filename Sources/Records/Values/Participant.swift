import Text

/// The action of a line of the participants file.
package enum ParticipantAction: String, Sendable, CaseIterable {
  case enroll
  case update
  /// No more is asked of the participant; what was recorded by then counts.
  case withdraw
  /// Likewise, and what was recorded counts nowhere.
  case withdrawUse = "withdraw-use"
  /// The enrollment was a mistake.
  case unenroll
  /// The id was replaced by a random code, and the attributes and free texts were removed.
  case erase
}

/// The part that a participant has in evaluations.
package enum ParticipantState: UInt8, Sendable {
  /// Counts, up to the day of withdrawal if there is one.
  case counted
  /// Was enrolled by mistake, and counts nowhere.
  case unenrolled
  /// Withdrew from the use of what was recorded, which counts nowhere.
  case unused
  /// Counts for everyone together up to the day of the erasure, and in no group.
  case erased

  /// The state after the id was erased: what counted nowhere before does not count again.
  var erased: ParticipantState { self == .counted ? .erased : self }
}

/// One line of the participants file as a value.
package struct ParticipantEvent: Sendable, Equatable {
  package var participant: ParticipantID
  /// The day from which the action counts: that of enrollment for `enroll` and `update`; that of
  /// the withdrawal, the end of the enrollment or the erasure for the others.
  package var date: CalendarDate
  package var action: ParticipantAction
  package var recordedAt: Timestamp
  package var recordedBy: String
  package var reason: String
  /// One value per attribute of the program, in order; empty if unknown.
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

/// The current state of a participant.
package struct Participant: Sendable, Equatable {
  package let id: ParticipantID
  package private(set) var enrolledOn: CalendarDate
  /// The day of withdrawal; nil for a participant who has not withdrawn.
  package private(set) var withdrawnOn: CalendarDate?
  package private(set) var state = ParticipantState.counted
  /// True if the id is a code in the place of one that was erased, whether or not what is recorded
  /// counts.
  package private(set) var isErased = false
  /// One value per attribute of the program, in order; empty if unknown.
  package private(set) var attributes: [String]

  /// Creates a participant from their lines, the latest last; nil if no line enrolls the
  /// participant.
  package init?(_ events: [ParticipantEvent]) {
    guard let first = events.first(where: { $0.action == .enroll }) else { return nil }
    id = first.participant
    enrolledOn = first.date
    attributes = first.attributes
    for event in events { apply(event) }
  }

  private mutating func apply(_ event: ParticipantEvent) {
    switch event.action {
    case .enroll: (enrolledOn, withdrawnOn, state, isErased) = (event.date, nil, .counted, false)
    case .update: enrolledOn = event.date
    case .withdraw: withdrawnOn = event.date
    case .withdrawUse: (withdrawnOn, state) = (event.date, .unused)
    case .unenroll: state = .unenrolled
    case .erase: (withdrawnOn, state, isErased) = (event.date, state.erased, true)
    }
    attributes = event.attributes
  }
}
