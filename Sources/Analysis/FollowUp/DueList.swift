import Records
import Text

/// The answer of `outcomes due`: every participant to be asked, at each timepoint.
package struct DueList: Sendable {
  /// The order of the entries; raw values are those of `--order`.
  package enum Order: String, Sendable, CaseIterable {
    /// The most urgent first, and of the equally urgent the lowest id.
    case urgency
    /// By id, and for each participant by timepoint.
    case id
  }

  /// The limits of what is listed.
  package struct Limits: Sendable {
    /// The number of days within which a window must open to be listed.
    package var within: Int
    /// The largest number of days since a window closed to be listed; nil for any number.
    package var missedWithin: Int?
    /// The timepoints, by their positions in the program.
    package var timepoints: [Int]

    package init(within: Int, missedWithin: Int?, timepoints: [Int]) {
      self.within = within
      self.missedWithin = missedWithin
      self.timepoints = timepoints
    }
  }

  /// One participant at one timepoint. Small, since there may be a million.
  package struct Entry: Sendable {
    private let participantNumber: Int32
    private let timepointNumber: Int32
    private let days: Int32
    private let missingNumber: Int32
    package let state: FollowUpState

    fileprivate init(
      participant: Int, timepoint: Int, _ state: FollowUpState, daysLeft: Int, missing: Int32
    ) {
      participantNumber = Int32(participant)
      timepointNumber = Int32(timepoint)
      days = Int32(daysLeft)
      missingNumber = missing
      self.state = state
    }

    /// The number in the table of participants.
    package var participant: Int { Int(participantNumber) }
    /// The position in the program.
    package var timepoint: Int { Int(timepointNumber) }
    /// The number of days from the as-of date to the last day of the window; negative for a window
    /// that has closed.
    package var daysLeft: Int { Int(days) }
    /// The missing instruments, as a position in `missingSets`.
    package var missing: Int { Int(missingNumber) }
  }

  package let program: Program
  package let selection: CohortSelection
  package let limits: Limits
  package let order: Order
  package let participants: ParticipantColumns
  package let entries: [Entry]
  /// The different sets of missing instruments, by their positions in the program.
  package let missingSets: [[Int]]
  /// The number of entries left out because the window closed before the limit.
  package let missedEarlier: Int
  package let alerts: OpenAlerts
  /// The participants with an open alert, by their numbers in the table.
  package let withOpenAlert: Set<Int>

  /// - Parameter table: a cohort that was read with its alerts.
  package init(
    _ table: CohortColumns, _ selection: CohortSelection, _ limits: Limits,
    by order: Order = .urgency
  ) {
    let cohort = SelectedCohort(table, selection.ungrouped)
    var sets = InstrumentSets()
    let missing = limits.timepoints.map { cohort.missingSets(at: $0, &sets) }
    let isEmpty = sets.sets.map(\.isEmpty)
    let windows = limits.timepoints.map { table.program.timepoints[$0].window }
    let asOf = selection.asOf.daysSinceEpoch
    var found: [Entry] = []
    var missedEarlier = 0
    for participant in table.participants.ids.numbersByBytes {
      let day = Int(asOf - cohort.enrolledOn[participant])
      for (position, timepoint) in limits.timepoints.enumerated() {
        let set = missing[position][participant]
        guard !isEmpty[Int(set)],
          let state = FollowUpState(windows[position], on: day, within: limits.within)
        else { continue }
        let daysLeft = windows[position].closes - day
        if let limit = limits.missedWithin, daysLeft < -limit {
          missedEarlier += 1
        } else {
          found.append(
            Entry(
              participant: participant, timepoint: timepoint, state, daysLeft: daysLeft,
              missing: set))
        }
      }
    }
    program = table.program
    self.selection = selection
    self.limits = limits
    self.order = order
    participants = table.participants
    entries = order == .urgency ? Self.sortedByUrgency(found) : found
    missingSets = sets.sets
    self.missedEarlier = missedEarlier
    alerts = OpenAlerts(table, selection)
    withOpenAlert = cohort.withOpenAlert
  }

  /// The number of entries with a state.
  package func count(of state: FollowUpState) -> Int {
    entries.count { $0.state == state }
  }

  /// Returns the entries by state, and in each state by the days until the window closes or since
  /// it closed. Equally urgent ones stay in their order.
  ///
  /// They are counted, not compared: there are many more entries than numbers of days.
  private static func sortedByUrgency(_ entries: [Entry]) -> [Entry] {
    let days = 1 + (entries.lazy.map { abs($0.daysLeft) }.max() ?? 0)
    var next = [Int32](repeating: 0, count: FollowUpState.allCases.count * days + 1)
    func urgency(_ entry: Entry) -> Int { entry.state.rank * days + abs(entry.daysLeft) }
    for entry in entries { next[urgency(entry) + 1] += 1 }
    for urgency in next.indices.dropFirst() { next[urgency] += next[urgency - 1] }
    var sorted = entries
    for entry in entries {
      let urgency = urgency(entry)
      sorted[Int(next[urgency])] = entry
      next[urgency] += 1
    }
    return sorted
  }
}

extension SelectedCohort {
  /// For each participant, the set of the instruments that are missing at a timepoint; the empty
  /// set for those who are not to be asked.
  fileprivate func missingSets(at timepoint: Int, _ sets: inout InstrumentSets) -> [Int32] {
    var missing = [Int32](repeating: InstrumentSets.start, count: group.count)
    for instrument in table.program.instruments.indices {
      let reader = ScoreStatusReader(self, instrument: instrument, timepoint: timepoint)
      for participant in group.indices
      where group[participant] != Self.none && !hasWithdrawn(participant) {
        missing[participant] = sets.number(
          after: missing[participant], instrument, isMember: reader.isAwaited(participant))
      }
    }
    return missing
  }
}
