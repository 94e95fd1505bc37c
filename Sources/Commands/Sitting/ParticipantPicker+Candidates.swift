import Analysis
import Records
import Text

extension ParticipantPicker {
  /// Creates the choice among everyone who counts in a cohort.
  /// - Parameters:
  ///   - cohort: a table that was read with its alerts.
  ///   - order: the order of those who are due.
  ///   - message: what to say above the prompt.
  ///   - isLeft: true if the person left the participant before.
  init(
    _ cohort: CohortColumns, asOf: CalendarDate, by order: DueList.Order, message: [String],
    afterLeaving isLeft: Bool
  ) {
    let list = DueList(
      cohort, CohortSelection(asOf: asOf),
      DueList.Limits(
        within: DueList.Limits.usualHorizon, missedWithin: nil,
        timepoints: Array(cohort.program.timepoints.indices)))
    self.init(
      cohort.program.settings.name, Self.candidates(list, in: cohort, by: order),
      alerts: list.alerts.alerts.count, today: asOf, message: message,
      afterLeaving: isLeft)
  }

  /// Returns everyone in a cohort: those to ask in the order chosen, then the others by id, and
  /// last those who withdrew.
  /// - Parameter list: the most urgent first.
  private static func candidates(
    _ list: DueList, in cohort: CohortColumns, by order: DueList.Order
  ) -> [Candidate] {
    let people = cohort.participants
    func comesBefore(_ left: Int, _ right: Int) -> Bool {
      people.ids[left].utf8.lexicographicallyPrecedes(people.ids[right].utf8)
    }
    let due = list.entries.reduce(into: [Int: DueList.Entry]()) { first, entry in
      first[entry.participant] = first[entry.participant] ?? entry
    }
    var listed: Set<Int> = []
    let urgent = list.entries.map(\.participant).filter { listed.insert($0).inserted }
    let first = order == .id ? urgent.sorted(by: comesBefore) : urgent
    let others = (0..<people.count).filter { number in
      due[number] == nil && [.counted, .unused].contains(people.states[number])
    }.sorted { left, right in
      let (leftEnd, rightEnd) = (people.withdrawnOn[left] == nil, people.withdrawnOn[right] == nil)
      return leftEnd == rightEnd ? comesBefore(left, right) : leftEnd
    }
    return (first + others).compactMap { number in
      Candidate(
        number, in: cohort, due[number].map { list.missingForms($0) },
        isAlerted: list.withOpenAlert.contains(number))
    }
  }
}

extension ParticipantPicker.Candidate {
  fileprivate init?(
    _ number: Int, in cohort: CohortColumns, _ due: MissingForms?, isAlerted: Bool
  ) {
    let people = cohort.participants
    guard let id = ParticipantID(rawValue: people.ids[number]) else { return nil }
    let attributes = people.attributeValues.indices.map {
      people.value(attribute: $0, participant: number)
    }
    self.init(
      id: id, attributes: attributes.filter { !$0.isEmpty },
      lastRecord: cohort.lastRecord(of: number),
      due: [
        people.withdrawnOn[number].map { "withdrew \($0)" } ?? due?.words,
        isAlerted ? "alert open" : nil,
      ].compactMap { $0 }.joined(separator: " · "),
      isDue: due?.isOpen == true)
  }
}

extension DueList {
  fileprivate func missingForms(_ entry: Entry) -> MissingForms {
    MissingForms(
      program.timepoints[entry.timepoint],
      missingSets[entry.missing].map { program.instruments[$0] },
      enrolledOn: participants.enrolledOn[entry.participant], asOf: selection.asOf)
  }
}

extension CohortColumns {
  /// The date of a participant's latest assessment; nil if there is none.
  fileprivate func lastRecord(of participant: Int) -> CalendarDate? {
    program.instruments.indices.flatMap { instrument in
      program.timepoints.indices.compactMap { timepoint -> CalendarDate? in
        guard let column = column(instrument: instrument, timepoint: timepoint),
          participant < column.count
        else { return nil }
        let score = column.scores[participant]
        guard score >= 0 || score == ScoreColumn.notScorable else { return nil }
        return CalendarDate(daysSinceEpoch: Int(column.dates[participant]))
      }
    }.max()
  }
}
