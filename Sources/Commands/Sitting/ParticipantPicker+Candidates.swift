import Instruments
import Records
import Text

extension ParticipantPicker {
  /// Returns everybody in a cohort, those to ask first at the start; those who withdrew come last.
  static func candidates(in cohort: CohortColumns, asOf: CalendarDate) -> [Candidate] {
    let people = cohort.participants
    let found = (0..<people.count).compactMap { number -> Found? in
      guard let id = ParticipantID(rawValue: people.ids.texts[number]) else { return nil }
      let missing = cohort.missingForms(of: number, asOf: asOf)
      let next = missing.min { $0.urgency(asOf: asOf) < $1.urgency(asOf: asOf) }
      let withdrawnOn = people.withdrawnOn[number]
      let candidate = Candidate(
        id: id,
        attributes: people.attributeValues.indices.map {
          people.value(attribute: $0, participant: number)
        }.filter { !$0.isEmpty },
        lastRecord: cohort.lastRecord(of: number),
        due: withdrawnOn.map { "withdrew \($0)" } ?? next?.words ?? "",
        isDue: withdrawnOn == nil && next?.isOpen == true)
      let urgency = withdrawnOn == nil ? next?.urgency(asOf: asOf) ?? (3, 0) : (4, 0)
      return Found(candidate: candidate, urgency: urgency)
    }
    return found.sorted { left, right in
      (left.urgency.0, left.urgency.1, left.candidate.id)
        < (right.urgency.0, right.urgency.1, right.candidate.id)
    }.map(\.candidate)
  }

  private struct Found {
    let candidate: Candidate
    let urgency: (Int, Int)
  }
}

extension CohortColumns {
  /// The timepoints of a participant at which forms are missing.
  fileprivate func missingForms(of participant: Int, asOf: CalendarDate) -> [MissingForms] {
    program.timepoints.enumerated().compactMap { position, timepoint in
      let missing = program.instruments.enumerated().filter { instrument, _ in
        date(of: participant, instrument: instrument, timepoint: position) == nil
      }
      guard !missing.isEmpty else { return nil }
      return MissingForms(
        timepoint, missing.map(\.element), enrolledOn: participants.enrolledOn[participant],
        asOf: asOf)
    }
  }

  fileprivate func lastRecord(of participant: Int) -> CalendarDate? {
    program.instruments.indices.flatMap { instrument in
      program.timepoints.indices.compactMap { timepoint in
        date(of: participant, instrument: instrument, timepoint: timepoint)
      }
    }.max()
  }

  /// The date of an assessment; nil if there is none.
  private func date(of participant: Int, instrument: Int, timepoint: Int) -> CalendarDate? {
    guard let column = column(instrument: instrument, timepoint: timepoint),
      participant < column.count, column.scores[participant] != ScoreColumn.absent
    else { return nil }
    return CalendarDate(daysSinceEpoch: Int(column.dates[participant]))
  }
}
