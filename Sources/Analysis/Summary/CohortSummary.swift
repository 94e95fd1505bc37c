import Instruments
import Records
import Statistics

/// The answer of `outcomes summary`.
package struct CohortSummary: Sendable {
  package let program: String
  package let selection: CohortSelection
  /// The number of selected participants enrolled by the as-of date.
  package let enrolled: Int
  /// The number of enrolled participants who withdrew by then.
  package let withdrawn: Int
  /// In the program's order of instruments; for each, all participants first, then the groups in
  /// order.
  package let measures: [MeasureSummary]
  /// For all selected participants; nil if the program has no rate.
  package let savings: SavingsEstimate?
  /// The instruments whose change is valued in money, by the rate or by a valuation.
  package let valued: Set<InstrumentID>

  /// Computes the summary, the instruments and the savings at the same time.
  package init(_ table: CohortColumns, _ selection: CohortSelection) async {
    let everybody = SelectedCohort(table, selection.ungrouped)
    let grouped = selection.groupedBy == nil ? nil : SelectedCohort(table, selection)
    async let estimate = SavingsEstimate(everybody)
    program = table.program.settings.name
    self.selection = selection
    let settings = table.program.settings
    valued = Set(
      settings.valuations.map(\.instrument) + (settings.savings.map { [$0.instrument] } ?? []))
    enrolled = everybody.enrolled(in: 0)
    withdrawn = everybody.withdrawn(from: 0)
    measures = await withTaskGroup(of: (Int, [MeasureSummary]).self) { tasks in
      for number in table.program.instruments.indices {
        tasks.addTask {
          let groups = grouped?.measures(instrument: number) ?? []
          return (number, everybody.measures(instrument: number) + groups)
        }
      }
      var byInstrument: [Int: [MeasureSummary]] = [:]
      for await (number, measures) in tasks { byInstrument[number] = measures }
      return table.program.instruments.indices.flatMap { byInstrument[$0] ?? [] }
    }
    savings = await estimate
  }
}
