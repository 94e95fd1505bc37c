import Instruments
import Records

/// The errors that second entries found, by item and by the person who entered first.
package struct ReentryAnalysis: Sendable {
  /// The errors of one field of a questionnaire.
  package struct Item: Sendable {
    package let instrument: Instrument
    /// The number of the item; nil for a total that was entered without answers.
    package let number: Int?
    package let errors: EntryErrors
  }

  /// The errors of a person who entered first.
  package struct Person: Sendable {
    package let name: String
    package let forms: Int
    /// The errors in answers and totals.
    package let errors: EntryErrors
  }

  package let program: String
  package let selection: CohortSelection
  /// The only timepoint and instrument; nil for all.
  package let timepoint: TimepointID?
  package let instrument: Instrument?
  /// The number of forms entered a second time; one that was checked again after a change counts
  /// again.
  package let forms: Int
  /// The number of them that the same person entered twice.
  package let formsBySamePerson: Int
  /// The errors in answers and totals.
  package let answers: EntryErrors
  package let dates: EntryErrors
  /// The errors by questionnaire and item, in the program's order.
  package let items: [Item]
  /// The errors by the person who entered first, in the order of their names.
  package let people: [Person]

  /// - Parameter checked: second entries of any participants, timepoints and instruments.
  package init(
    _ checked: [CheckedForm], _ table: CohortColumns, _ selection: CohortSelection,
    timepoint: TimepointID?, instrument: Instrument?
  ) {
    let isUsed = SelectedCohort(table, selection.ungrouped).isUsed
    let forms = checked.filter { form in
      guard timepoint == nil || form.first.timepoint == timepoint,
        instrument == nil || form.first.instrument == instrument?.id,
        let participant = table.participants.ids.number(of: form.first.participant.rawValue)
      else { return false }
      return isUsed.indices.contains(participant) && isUsed[participant]
    }
    program = table.program.settings.name
    self.selection = selection
    (self.timepoint, self.instrument) = (timepoint, instrument)
    self.forms = forms.count
    formsBySamePerson = forms.count(where: \.isBySamePerson)
    let fields = forms.flatMap(\.fields)
    answers = EntryErrors(fields.filter { $0.field != .date })
    dates = EntryErrors(fields.filter { $0.field == .date })
    items = table.program.instruments.flatMap { instrument in
      Self.items(of: instrument, forms.filter { $0.first.instrument == instrument.id })
    }
    people = Dictionary(grouping: forms, by: \.first.recordedBy).sorted { $0.key < $1.key }.map {
      name, forms in
      Person(
        name: name, forms: forms.count,
        errors: EntryErrors(forms.flatMap(\.fields).filter { $0.field != .date }))
    }
  }

  private static func items(of instrument: Instrument, _ forms: [CheckedForm]) -> [Item] {
    let fields = Dictionary(grouping: forms.flatMap(\.fields), by: \.field)
    let numbers = instrument.items.indices.map { Optional($0 + 1) } + [nil]
    return numbers.compactMap { number in
      fields[number.map(EntryField.item) ?? .total].map {
        Item(instrument: instrument, number: number, errors: EntryErrors($0))
      }
    }
  }
}
