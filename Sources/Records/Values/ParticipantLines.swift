/// The lines about one participant, in the order of their files.
package struct ParticipantLines: Sendable, Equatable {
  package var events: [ParticipantEvent]
  package var assessments: [Assessment]

  package init(events: [ParticipantEvent], assessments: [Assessment]) {
    self.events = events
    self.assessments = assessments
  }
}
