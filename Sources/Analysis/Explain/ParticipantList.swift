import Instruments
import Records

/// The participants behind a number, by ID: for every participant enrolled in the program, whether
/// the number includes them, and why. Many people share few entries, and each is stored once.
package struct ParticipantList: Sendable {
  /// The result for a participant.
  package struct Entry: Sendable, Hashable {
    package let isIncluded: Bool
    package let reason: InclusionReason
    /// The score at baseline that counts; nil if there is none.
    package let baseline: Double?
    /// The score at the timepoint that counts; nil if there is none.
    package let score: Double?
  }

  /// The distinct entries.
  package let entries: [Entry]
  /// The number of participants.
  package var count: Int { order.count }
  /// The number of participants included.
  package let included: Int
  private let participants: ParticipantColumns
  /// The participants in the order of the bytes of their IDs.
  private let order: [Int]
  /// For each participant in that order, the number of the entry.
  package let numbers: [Int32]

  /// The ID of a participant by the position in the order of the bytes of the IDs.
  package func id(_ position: Int) -> String { participants.ids[order[position]] }

  /// - Parameters:
  ///   - selection: the selected participants; its groups are not used.
  ///   - instrument: by its position in the program; nil if the number belongs to none.
  ///   - followUp: the timepoint; likewise.
  /// - Returns: nil if the criterion needs an instrument or a timepoint that is not given.
  package init?(
    _ table: CohortColumns, _ selection: CohortSelection, _ criterion: InclusionCriterion,
    instrument: Int?, followUp: FollowUpChoice?
  ) {
    let cohort = SelectedCohort(table, selection.ungrouped)
    let explained = ExplainedCohort(cohort: cohort, instrument: instrument, followUp: followUp)
    guard let judge = criterion.judge(explained) else { return nil }
    let (baseline, reader) = (explained.baselineReader, explained.followUpReader)
    let value = { (status: ScoreStatus?) in
      status?.score.map { table.scoreValues[Int($0)] }
    }
    var known: [Entry: Int32] = [:]
    var entries: [Entry] = []
    let numbers = cohort.group.indices.map { participant in
      let exclusion = cohort.exclusion(of: participant)
      let inclusion =
        exclusion.map {
          Inclusion($0 == criterion.countedExclusion, $0)
        } ?? judge(participant)
      let entry = Entry(
        isIncluded: inclusion.isIncluded, reason: inclusion.reason,
        baseline: exclusion == nil ? value(baseline?.status(of: participant)) : nil,
        score: exclusion == nil ? value(reader?.status(of: participant).status) : nil)
      if let number = known[entry] { return number }
      let number = Int32(entries.count)
      known[entry] = number
      entries.append(entry)
      return number
    }
    let order = table.participants.ids.numbersByBytes.filter { !cohort.isUnenrolled($0) }
    participants = table.participants
    included = numbers.count { entries[Int($0)].isIncluded }
    self.order = order
    self.numbers = order.map { numbers[$0] }
    self.entries = entries
  }
}

extension SelectedCohort {
  fileprivate func isUnenrolled(_ participant: Int) -> Bool {
    table.participants.states[participant] == .unenrolled
  }

  /// The reason why a participant is not selected; nil for those who are.
  fileprivate func exclusion(of participant: Int) -> InclusionReason? {
    guard group[participant] == Self.none else { return nil }
    if table.participants.states[participant] == .unused { return .withdrewFromUse }
    let isLater = enrolledOn[participant] > selection.asOf.daysSinceEpoch
    return isLater ? .enrolledLater : .notAskedAbout
  }
}
