import Instruments
import Records

/// The answer of `outcomes attrition`: the flow from all participants enrolled to those analyzed.
package struct AttritionSummary: Sendable {
  /// A reason as entered, with the number of participants who withdrew for it.
  package struct Withdrawal: Sendable, Equatable {
    package let reason: String
    package let participants: Int
  }

  package let program: String
  package let selection: CohortSelection
  /// The number of selected participants enrolled by the as-of date.
  package let enrolled: Int
  /// The number of participants enrolled by then who withdrew from the use of what was recorded.
  /// They are not counted anywhere else.
  package let withdrawnFromUse: Int
  /// The reasons for withdrawals by then, the most frequent first.
  package let withdrawals: [Withdrawal]
  /// In the program's order of instruments; for each, all participants first, then the groups in
  /// order.
  package let flows: [ParticipantFlow]
  /// Table 1, for the same participants, groups and instruments.
  package let baseline: BaselineCharacteristics

  /// - Parameter instruments: the instruments to follow, by their positions in the program.
  package init(_ table: CohortColumns, _ selection: CohortSelection, instruments: [Int]) {
    let everybody = SelectedCohort(table, selection.ungrouped)
    let grouped = selection.groupedBy == nil ? nil : SelectedCohort(table, selection)
    program = table.program.settings.name
    self.selection = selection
    enrolled = everybody.enrolled(in: 0)
    withdrawnFromUse = everybody.withdrawnFromUse
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
