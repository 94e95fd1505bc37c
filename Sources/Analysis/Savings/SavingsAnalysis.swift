import Records

/// What `outcomes savings` says: what the change may be worth, for everybody and for each group.
package struct SavingsAnalysis: Sendable {
  /// What is said of everybody, or of one group.
  package struct Part: Sendable {
    /// Nil for everybody asked about.
    package let group: CohortSelection.AttributeValue?
    /// Nil where the program cannot have one.
    package let savings: SavingsEstimate?
    /// What else the change is worth, in the order of the settings.
    package let valuations: [ValuationEstimate]
  }

  package let program: Program
  package let selection: CohortSelection
  package let everybody: Part
  /// In the order of the groups; empty without groups.
  package let groups: [Part]

  /// - Parameters:
  ///   - timepoint: the follow-up; the program's last by default.
  ///   - cost: what the program cost; nil where it is not known.
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
  /// One part a group of the cohort, in their order.
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
