import Instruments
import Records
import Statistics

/// The answer of `outcomes models`: mixed models of all participants with any score, and how the
/// result depends on assumptions about missing scores.
package struct ModelAnalysis: Sendable {
  package let program: String
  package let selection: CohortSelection
  package let options: ModelOptions
  /// The number of selected participants enrolled by the as-of date.
  package let enrolled: Int
  /// In the program's order of instruments; for each, all participants first, then the groups.
  package let measures: [MeasureModel]

  /// Fits the models, several instruments at the same time.
  ///
  /// - Parameter instruments: the instruments to model, by their positions in the program.
  package init(
    _ table: CohortColumns, _ selection: CohortSelection, instruments: [Int],
    _ options: ModelOptions
  ) async {
    let whole = SelectedCohort(table, selection.ungrouped)
    let grouped = selection.groupedBy == nil ? nil : SelectedCohort(table, selection)
    program = table.program.settings.name
    self.selection = selection
    self.options = options
    enrolled = whole.enrolled(in: 0)
    let fitted = await withTaskGroup(of: (Int, [MeasureModel]).self) { tasks in
      for instrument in instruments {
        tasks.addTask {
          let ofAll = whole.model(instrument: instrument, options)
          guard let grouped else { return (instrument, [ofAll]) }
          return (
            instrument, [ofAll, grouped.model(instrument: instrument, beside: ofAll, options)]
          )
        }
      }
      var byInstrument: [Int: [MeasureModel]] = [:]
      for await (instrument, models) in tasks { byInstrument[instrument] = models }
      return instruments.flatMap { byInstrument[$0] ?? [] }
    }
    measures = HolmFamilies.adjusted(fitted)
  }
}
