import Records

/// The forms of a timepoint that are to be entered a second time, and the numbers of those that are
/// left out.
package struct FormsToCheck: Sendable {
  /// The assessments that count, by the participant's id and then in the program's order.
  package let forms: [Assessment]
  /// The number of forms that count.
  package private(set) var counting = 0
  /// The number of forms outside the sample.
  package private(set) var outsideSample = 0
  /// The number of forms in the sample that were entered a second time since they were changed.
  package private(set) var checked = 0
  /// The number of the others that the same person entered.
  package private(set) var own = 0

  /// - Parameters:
  ///   - entries: the second entries among all lines of some forms.
  ///   - person: the name of the person who must not have entered the forms; nil for anybody.
  ///   - isInSample: returns true for a form in the sample.
  package init(
    _ entries: SecondEntries, _ table: CohortColumns, _ selection: CohortSelection,
    notEnteredBy person: String?, isInSample: (Assessment) -> Bool
  ) {
    let counted = CountedForms(table, selection)
    var found: [(form: Assessment, instrument: Int)] = []
    for (form, isChecked) in entries.counting {
      guard let instrument = counted.instrument(of: form) else { continue }
      counting += 1
      if !isInSample(form) {
        outsideSample += 1
      } else if isChecked {
        checked += 1
      } else if form.recordedBy == person {
        own += 1
      } else {
        found.append((form, instrument))
      }
    }
    forms = found.sorted {
      ($0.form.participant, $0.instrument) < ($1.form.participant, $1.instrument)
    }.map(\.form)
  }
}

/// The forms that count for the selected participants whose id is known.
private struct CountedForms {
  private let cohort: SelectedCohort
  private let readers: [[ScoreStatusReader]]

  init(_ table: CohortColumns, _ selection: CohortSelection) {
    let cohort = SelectedCohort(table, selection.ungrouped)
    readers = table.program.instruments.indices.map { instrument in
      table.program.timepoints.indices.map {
        ScoreStatusReader(cohort, instrument: instrument, timepoint: $0)
      }
    }
    self.cohort = cohort
  }

  /// The position of the form's instrument in the program; nil if the form does not count.
  func instrument(of form: Assessment) -> Int? {
    let (table, participants) = (cohort.table, cohort.table.participants)
    guard
      let instrument = table.program.instruments.firstIndex(where: { $0.id == form.instrument }),
      let timepoint = table.program.timepoints.firstIndex(where: { $0.id == form.timepoint }),
      let participant = participants.ids.number(of: form.participant.rawValue),
      cohort.group.indices.contains(participant), cohort.group[participant] != SelectedCohort.none,
      participants.states[participant] == .counted,
      readers[instrument][timepoint].isAssessed(participant)
    else { return nil }
    return instrument
  }
}
