import Instruments
import Records

/// The answer of `outcomes status`: what is expected of the participants, and what was received.
package struct FollowUpStatus: Sendable {
  /// The counts at one timepoint.
  package struct AtTimepoint: Sendable {
    package let timepoint: Timepoint
    /// The counts of all forms together: a participant is received with every form.
    package let together: FollowUpCounts
    /// The counts of each instrument, in the program's order.
    package let instruments: [FollowUpCounts]
  }

  package let program: Program
  package let selection: CohortSelection
  /// The number of selected participants enrolled by the as-of date.
  package let enrolled: Int
  /// The number of enrolled participants who withdrew by then.
  package let withdrawn: Int
  /// The number of participants enrolled by the as-of date who withdrew from the use of what was
  /// recorded. They are not counted anywhere else.
  package let withdrawnFromUse: Int
  package let timepoints: [AtTimepoint]
  package let alerts: OpenAlerts

  /// Computes the status, the timepoints at the same time.
  /// - Parameter table: a cohort that was read with its alerts.
  package init(_ table: CohortColumns, _ selection: CohortSelection) async {
    let cohort = SelectedCohort(table, selection.ungrouped)
    program = table.program
    self.selection = selection
    enrolled = cohort.enrolled(in: 0)
    withdrawn = cohort.withdrawn(from: 0)
    withdrawnFromUse = cohort.withdrawnFromUse
    alerts = OpenAlerts(table, selection)
    timepoints = await withTaskGroup(of: (Int, AtTimepoint).self) { tasks in
      for number in table.program.timepoints.indices {
        tasks.addTask { (number, cohort.followUp(at: number)) }
      }
      var found: [Int: AtTimepoint] = [:]
      for await (number, timepoint) in tasks { found[number] = timepoint }
      return table.program.timepoints.indices.compactMap { found[$0] }
    }
  }
}

extension SelectedCohort {
  fileprivate func followUp(at timepoint: Int) -> FollowUpStatus.AtTimepoint {
    let window = table.program.timepoints[timepoint].window
    let people = group.indices.filter { group[$0] != Self.none }
    let phases = people.map { phase(of: window, $0) }
    let participations = people.map { participation(of: $0, at: window) }
    var forms = [FormsReceived](repeating: FormsReceived(), count: people.count)
    let instruments = table.program.instruments.indices.map { instrument in
      let reader = ScoreStatusReader(self, instrument: instrument, timepoint: timepoint)
      var counts = FollowUpCounts()
      for (position, participant) in people.enumerated() {
        var form = FormsReceived()
        form.add(reader, participant)
        forms[position].add(reader, participant)
        counts.count(form, phases[position], participations[position])
      }
      return counts
    }
    var together = FollowUpCounts()
    for position in people.indices {
      together.count(forms[position], phases[position], participations[position])
    }
    return FollowUpStatus.AtTimepoint(
      timepoint: table.program.timepoints[timepoint], together: together, instruments: instruments)
  }

  /// The phase of a participant's window on the as-of date.
  func phase(of window: TimepointWindow, _ participant: Int) -> TimepointWindow.Phase {
    window.phase(on: Int(selection.asOf.daysSinceEpoch - enrolledOn[participant]))
  }
}
