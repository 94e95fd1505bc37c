import Records

/// The answer of `outcomes savings`: the estimated value of the change, for all participants and
/// for each group.
package struct SavingsAnalysis: Sendable {
  /// The estimates for all selected participants, or for one group.
  package struct Part: Sendable {
    /// The group; nil for all selected participants.
    package let group: CohortSelection.AttributeValue?
    /// Nil if the program cannot have one.
    package let savings: SavingsEstimate?
    /// The change valued in other ways, in the order of the settings.
    package let valuations: [ValuationEstimate]
  }

  package let program: Program
  package let selection: CohortSelection
  package let everybody: Part
  /// In the order of the groups; empty without groups.
  package let groups: [Part]

  /// - Parameters:
  ///   - timepoint: the follow-up; the program's last by default.
  ///   - cost: the cost of the program; nil if it is not known.
  package init(
    _ table: CohortColumns, _ selection: CohortSelection, timepoint: TimepointID? = nil,
    cost: ProgramCost? = nil
  ) {
    program = table.program
    self.selection = selection
    everybody =
      Part.all(
        in: SelectedCohort(table, selection.ungrouped), timepoint: timepoint, cost: cost)[0]
    groups =
      selection.groupedBy == nil
      ? []
      : Part.all(in: SelectedCohort(table, selection), timepoint: timepoint, cost: cost)
  }
}

extension SavingsAnalysis.Part {
  /// One part for each group of the cohort, in order.
  fileprivate static func all(
    in cohort: SelectedCohort, timepoint: TimepointID?, cost: ProgramCost?
  ) -> [SavingsAnalysis.Part] {
    let savings = SavingsEstimate.all(in: cohort, timepoint: timepoint, cost: cost)
    let valuations = ValuationEstimate.all(in: cohort, timepoint: timepoint)
    return cohort.groups.map { group in
      SavingsAnalysis.Part(
        group: group, savings: savings.first { $0.group == group },
        valuations: valuations.filter { $0.group == group })
    }
  }
}
