import Instruments
import Records
import Statistics

/// What `outcomes summary` says of a cohort.
package struct CohortSummary: Sendable {
  package let program: String
  package let selection: CohortSelection
  /// Everybody asked about who was enrolled by the day of the question.
  package let enrolled: Int
  /// Those of them who withdrew by then.
  package let withdrawn: Int
  /// In the program's order of instruments; for each everybody first, then the groups in order.
  package let measures: [MeasureSummary]
  /// For everybody asked about; nil where the program has no rate.
  package let savings: SavingsEstimate?
  /// The instruments whose change is told in money, by the rate or by a valuation.
  package let valued: Set<InstrumentID>

  /// Counts and computes; the instruments and the savings at the same time.
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
