import Instruments
import Records
import Statistics

/// What `outcomes change` says: everything about the change since baseline, for everybody and for
/// each group.
package struct ChangeAnalysis: Sendable {
  package let program: String
  package let selection: CohortSelection
  /// Everybody asked about who was enrolled by the day of the question.
  package let enrolled: Int
  /// In the program's order of instruments; for each everybody first, then the groups in their
  /// order.
  package let measures: [MeasureChange]
  /// How the groups' changes differ; empty without groups.
  package let differences: [GroupDifference]

  /// - Parameters:
  ///   - table: read with its answers, where reliability is wanted.
  ///   - instruments: which to analyze, by their positions in the program.
  package init(_ table: CohortColumns, _ selection: CohortSelection, instruments: [Int]) {
    var everybody = selection
    everybody.groupedBy = nil
    let whole = SelectedCohort(table, everybody)
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
