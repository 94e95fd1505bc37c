import Instruments
import Records

/// What `outcomes attrition` says: the way from everybody enrolled to those analyzed.
package struct AttritionSummary: Sendable {
  /// A reason as it was entered, with how many participants withdrew for it.
  package struct Withdrawal: Sendable, Equatable {
    package let reason: String
    package let participants: Int
  }

  package let program: String
  package let selection: CohortSelection
  /// Everybody asked about who was enrolled by the day of the question.
  package let enrolled: Int
  /// Why those withdrew who did so by then, the most frequent reason first.
  package let withdrawals: [Withdrawal]
  /// In the program's order of instruments; for each everybody first, then the groups in order.
  package let flows: [ParticipantFlow]
  /// Table 1, of the same people, groups and instruments.
  package let baseline: BaselineCharacteristics

  /// - Parameter instruments: which to follow, by their positions in the program.
  package init(_ table: CohortColumns, _ selection: CohortSelection, instruments: [Int]) {
    let everybody = SelectedCohort(table, selection.ungrouped)
    let grouped = selection.groupedBy == nil ? nil : SelectedCohort(table, selection)
    program = table.program.settings.name
    self.selection = selection
    enrolled = everybody.enrolled(in: 0)
    withdrawals = everybody.withdrawals
    baseline = BaselineCharacteristics(everybody, grouped: grouped, instruments: instruments)
    flows = instruments.flatMap {
      everybody.flows(instrument: $0) + (grouped?.flows(instrument: $0) ?? [])
    }
  }
}

extension SelectedCohort {
  fileprivate var withdrawals: [AttritionSummary.Withdrawal] {
    var counts: [String: Int] = [:]
    for participant in group.indices where group[participant] != Self.none {
      guard let reason = withdrawalReason(of: participant) else { continue }
      counts[reason, default: 0] += 1
    }
    // The most frequent first; equally frequent ones in the order of their bytes.
    return counts.map { .init(reason: $0.key, participants: $0.value) }.sorted { first, second in
      first.participants == second.participants
        ? first.reason.utf8.lexicographicallyPrecedes(second.reason.utf8)
        : first.participants > second.participants
    }
  }
}
