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

  /// One participant at one timepoint.
  package struct Entry: Sendable {
    /// The number in the table of participants.
    package let participant: Int
    /// The position in the program.
    package let timepoint: Int
    package let state: FollowUpState
    /// The number of days from the as-of date to the last day of the window; negative for a window
    /// that has closed.
    package let daysLeft: Int
    /// The missing instruments, as a position in `missingSets`.
    package let missing: Int
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
    let ids = table.participants.ids
    var sets = InstrumentSets()
    var found: [Sorted] = []
    var missedEarlier = 0
    for timepoint in limits.timepoints {
      for entry in cohort.awaited(at: timepoint, within: limits.within, &sets) {
        if let limit = limits.missedWithin, entry.daysLeft < -limit {
          missedEarlier += 1
        } else {
          found.append(Sorted(entry, ids.sortKey(of: entry.participant), order))
        }
      }
    }
    found.sort { $0.comesBefore($1, ids) }
    program = table.program
    self.selection = selection
    self.limits = limits
    self.order = order
    participants = table.participants
    entries = found.map(\.entry)
    missingSets = sets.sets
    self.missedEarlier = missedEarlier
    alerts = OpenAlerts(table, selection)
    withOpenAlert = cohort.withOpenAlert
  }

  /// The number of entries with a state.
  package func count(of state: FollowUpState) -> Int {
    entries.count { $0.state == state }
  }

  /// An entry with the numbers that it is sorted by.
  private struct Sorted {
    let entry: Entry
    /// The same for all entries that are sorted by id.
    let urgency: Int
    /// The first bytes of the id.
    let id: UInt64

    init(_ entry: Entry, _ id: UInt64, _ order: Order) {
      self.entry = entry
      self.id = id
      let days = 1 << 32
      let rank = FollowUpState.allCases.firstIndex(of: entry.state) ?? 0
      urgency = order == .urgency ? rank * days + abs(entry.daysLeft) : 0
    }

    /// By state, then by the days until the window closes or since it closed, then by id, then by
    /// timepoint.
    func comesBefore(_ other: Sorted, _ ids: InternTable) -> Bool {
      if urgency != other.urgency { return urgency < other.urgency }
      if id != other.id { return id < other.id }
      if entry.participant == other.entry.participant {
        return entry.timepoint < other.entry.timepoint
      }
      return ids.bytes(of: entry.participant)
        .lexicographicallyPrecedes(ids.bytes(of: other.entry.participant))
    }
  }
}

extension SelectedCohort {
  /// Returns every participant who lacks an assessment at a timepoint and is to be asked, or was to
  /// be asked before the window closed.
  fileprivate func awaited(
    at timepoint: Int, within horizon: Int, _ sets: inout InstrumentSets
  ) -> [DueList.Entry] {
    let window = table.program.timepoints[timepoint].window
    let asOf = selection.asOf.daysSinceEpoch
    var people: [(participant: Int, state: FollowUpState)] = []
    for participant in group.indices
    where group[participant] != Self.none && !hasWithdrawn(participant) {
      let day = Int(asOf - enrolledOn[participant])
      if let state = FollowUpState(window, on: day, within: horizon) {
        people.append((participant, state))
      }
    }
    var missing = [Int32](repeating: InstrumentSets.start, count: people.count)
    for instrument in table.program.instruments.indices {
      let reader = ScoreStatusReader(self, instrument: instrument, timepoint: timepoint)
      for (position, person) in people.enumerated() {
        missing[position] = sets.number(
          after: missing[position], instrument, isMember: reader.isAwaited(person.participant))
      }
    }
    return zip(people, missing).compactMap { person, missing in
      guard !sets.sets[Int(missing)].isEmpty else { return nil }
      let closes = Int(enrolledOn[person.participant]) + window.closes
      return DueList.Entry(
        participant: person.participant, timepoint: timepoint, state: person.state,
        daysLeft: closes - Int(asOf), missing: Int(missing))
    }
  }
}
