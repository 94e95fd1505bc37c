/// All forms of a participant, to be recorded for another one.
package struct FormTransfer: Sendable {
  /// A form that both participants have.
  package struct Conflict: Sendable, Equatable {
    package let key: FormKey
    /// The line that stands of the participant whose forms are transferred, and of the other one.
    package let own: Assessment
    package let other: Assessment
  }

  /// What stands, with what stands in the same place of the other participant.
  private let forms: [(own: FormState, there: FormState, place: FormPlace)]
  package let conflicts: [Conflict]

  /// - Parameters:
  ///   - history: the participant's lines in the scores file.
  ///   - target: the other participant.
  ///   - targetHistory: the other participant's lines.
  package init(
    of history: [Assessment], to target: ParticipantID, _ targetHistory: [Assessment],
    _ program: Program
  ) {
    var forms: [(own: FormState, there: FormState, place: FormPlace)] = []
    var conflicts: [Conflict] = []
    for (key, own) in FormState.all(in: history, program) where !own.isEmpty {
      guard let there = FormState.of(key, in: targetHistory, program) else { continue }
      forms.append((own, there, FormPlace(participant: target, timepoint: key.timepoint)))
      if let line = own.assessment ?? own.skip, let other = there.assessment ?? there.skip {
        conflicts.append(Conflict(key: key, own: line, other: other))
      }
    }
    self.forms = forms
    self.conflicts = conflicts
  }

  /// The assessments that go along.
  package var assessments: [Assessment] { forms.compactMap(\.own.assessment) }

  /// The forms that were skipped and go along.
  package var skips: [Assessment] { forms.compactMap(\.own.skip) }

  /// Returns the lines that record everything for the other participant and take it from this one.
  package func lines(_ stamp: EntryStamp) -> [Assessment] {
    forms.flatMap { own, there, place in
      own.entering(place, there, stamp) + own.leaving(stamp, settlesAlerts: true)
    }
  }
}
