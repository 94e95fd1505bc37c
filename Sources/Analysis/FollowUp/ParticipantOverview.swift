import Records
import Text

/// The answer of `outcomes participants`: one entry for each selected participant.
package struct ParticipantOverview: Sendable {
  /// The value that participants are sorted by; participants with the same value are sorted by
  /// their ids, and those without a value come last.
  package enum Order: Sendable, Equatable {
    case id
    case enrolled
    case withdrawn
    case lastForm
    case nextDue
    /// An attribute, by its position in the program.
    case attribute(Int)
  }

  /// One participant.
  package struct Entry: Sendable {
    /// The number in the table of participants.
    package let participant: Int
    /// The day of withdrawal by the as-of date.
    package let withdrawnOn: CalendarDate?
    /// The latest date of a form that counts.
    package internal(set) var lastForm: CalendarDate?
    /// The first timepoint at which a form is missing and the window has not closed, by its
    /// position in the program; nil if there is none, and for those who withdrew.
    package internal(set) var next: Int?
    /// The target day of that timepoint.
    package internal(set) var nextDue: CalendarDate?
    package let hasOpenAlert: Bool
    /// True if a risk item is not known and nobody has asked about it.
    package let hasUnknownItem: Bool
  }

  package let program: Program
  package let selection: CohortSelection
  package let participants: ParticipantColumns
  package let entries: [Entry]
  /// The number of participants enrolled by the as-of date who withdrew from the use of what was
  /// recorded. They are not listed.
  package let withdrawnFromUse: Int

  /// - Parameters:
  ///   - table: a cohort that was read with its alerts.
  ///   - isReversed: true to put the highest value first.
  package init(
    _ table: CohortColumns, _ selection: CohortSelection, by order: Order = .id,
    isReversed: Bool = false
  ) {
    let cohort = SelectedCohort(table, selection.ungrouped)
    let (withOpenAlert, withUnknownItem) = (cohort.withOpenAlert, cohort.withUnknownItem)
    var entries = table.participants.ids.numbersByBytes.compactMap { participant in
      cohort.group[participant] == SelectedCohort.none
        ? nil
        : Entry(
          participant: participant,
          withdrawnOn: cohort.hasWithdrawn(participant)
            ? table.participants.withdrawnOn[participant] : nil,
          hasOpenAlert: withOpenAlert.contains(participant),
          hasUnknownItem: withUnknownItem.contains(participant))
    }
    for timepoint in table.program.timepoints.indices {
      cohort.addForms(at: timepoint, to: &entries)
    }
    program = table.program
    self.selection = selection
    participants = table.participants
    withdrawnFromUse = cohort.withdrawnFromUse
    self.entries = Self.sorted(entries, by: order, isReversed, table.participants)
  }

  private static func sorted(
    _ entries: [Entry], by order: Order, _ isReversed: Bool, _ participants: ParticipantColumns
  ) -> [Entry] {
    let keys: [Int32?]
    switch order {
    case .id: return isReversed ? entries.reversed() : entries
    case .enrolled:
      keys = entries.map { participants.enrolledOn[$0.participant].daysSinceEpoch }
    case .withdrawn: keys = entries.map { $0.withdrawnOn?.daysSinceEpoch }
    case .lastForm: keys = entries.map { $0.lastForm?.daysSinceEpoch }
    case .nextDue: keys = entries.map { $0.nextDue?.daysSinceEpoch }
    case .attribute(let attribute):
      let names = participants.attributeNames[attribute]
      let ranks = Dictionary(
        uniqueKeysWithValues: zip(names.numbersByBytes, Int32(0)...))
      let unknown = names.number(of: "")
      keys = entries.map { entry in
        let value = Int(participants.attributeValues[attribute][entry.participant])
        return value == unknown ? nil : ranks[value]
      }
    }
    // Those without a value come last either way. The entries are in the order of their ids.
    let ranks = keys.map { key in key.map { isReversed ? -Int64($0) : Int64($0) } ?? .max }
    return entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { entries[$0] }
  }
}

extension SelectedCohort {
  /// Adds the forms at a timepoint to the entries; timepoints must be added in their order.
  fileprivate func addForms(at timepoint: Int, to entries: inout [ParticipantOverview.Entry]) {
    let window = table.program.timepoints[timepoint].window
    var isAwaited = [Bool](repeating: false, count: entries.count)
    for instrument in table.program.instruments.indices {
      let reader = ScoreStatusReader(self, instrument: instrument, timepoint: timepoint)
      for position in entries.indices {
        let participant = entries[position].participant
        if let date = reader.date(of: participant) {
          entries[position].lastForm = max(entries[position].lastForm ?? date, date)
        } else if !reader.isSkipped(participant) {
          isAwaited[position] = true
        }
      }
    }
    for position in entries.indices where isAwaited[position] && entries[position].next == nil {
      let participant = entries[position].participant
      guard !hasWithdrawn(participant), phase(of: window, participant) != .afterWindow else {
        continue
      }
      entries[position].next = timepoint
      entries[position].nextDue = table.participants.enrolledOn[participant]
        .adding(days: window.target)
    }
  }
}
