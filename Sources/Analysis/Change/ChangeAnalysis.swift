import Instruments
import Records
import Statistics

/// The answer of `outcomes change`: all results about the change since baseline, for all
/// participants and for each group.
package struct ChangeAnalysis: Sendable {
  package let program: String
  package let selection: CohortSelection
  /// The number of selected participants enrolled by the as-of date.
  package let enrolled: Int
  /// In the program's order of instruments; for each, all participants first, then the groups in
  /// order.
  package let measures: [MeasureChange]
  /// The differences between the groups' changes; empty without groups.
  package let differences: [GroupDifference]

  /// - Parameters:
  ///   - table: read with its answers if reliability is to be computed.
  ///   - instruments: the instruments to analyze, by their positions in the program.
  package init(_ table: CohortColumns, _ selection: CohortSelection, instruments: [Int]) {
    let whole = SelectedCohort(table, selection.ungrouped)
    let grouped = selection.groupedBy == nil ? nil : SelectedCohort(table, selection)
    program = table.program.settings.name
    self.selection = selection
    enrolled = whole.enrolled(in: 0)

    var measures: [MeasureChange] = []
    var differences: [GroupDifference] = []
    for instrument in instruments {
      measures += whole.changes(instrument: instrument)
      guard let grouped else { continue }
      let groups = grouped.changes(instrument: instrument)
      measures += groups
      differences += GroupDifference.all(between: groups, selection)
    }
    self.measures = MeasureChange.adjusted(measures)
    self.differences = GroupDifference.adjusted(differences)
  }
}
