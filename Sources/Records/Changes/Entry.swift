/// The lines that a person wrote with one command, in the order of their files.
package struct Entry: Sendable, Equatable {
  package let events: [ParticipantEvent]
  package let assessments: [Assessment]
  /// Lines about a file itself, with the settings or with what was repaired.
  package let fileEvents: [FileEvent]

  package init(
    events: [ParticipantEvent] = [], assessments: [Assessment] = [], fileEvents: [FileEvent] = []
  ) {
    self.events = events
    self.assessments = assessments
    self.fileEvents = fileEvents
  }

  /// The participants that it is about, in order.
  package var participants: [ParticipantID] {
    var known: Set<ParticipantID> = []
    return (events.map(\.participant) + assessments.map(\.participant)).filter {
      known.insert($0).inserted
    }
  }

  /// The moment when it was entered.
  package var recordedAt: Timestamp? {
    events.first?.recordedAt ?? assessments.first?.recordedAt ?? fileEvents.first?.recordedAt
  }

  /// The reason of its lines; empty if they have none.
  package var reason: String {
    events.first?.reason ?? assessments.first?.reason ?? fileEvents.first?.text ?? ""
  }

  /// The actions of its lines, each once, in order.
  package var actions: [String] {
    var known: Set<String> = []
    let all =
      events.map(\.action.rawValue) + assessments.map(\.action.rawValue)
      + fileEvents.map(\.action.rawValue)
    return all.filter { known.insert($0).inserted }
  }

  /// True if assessments were voided in one place and recorded in another.
  package var isTransfer: Bool {
    assessments.contains { $0.action == .void } && assessments.contains { $0.action == .record }
  }
}
