import Instruments
import Records

/// Who is behind a number, by id: every participant of the program, whether the number counts them,
/// and why. Many people share few entries, and each is held once.
package struct ParticipantLedger: Sendable {
  /// What there is to say of a participant.
  package struct Entry: Sendable, Hashable {
    package let isCounted: Bool
    package let reason: LedgerReason
    /// The score at baseline that counts, nil without one.
    package let baseline: Double?
    /// The score at the timepoint that counts, nil without one.
    package let score: Double?
  }

  /// The different entries.
  package let entries: [Entry]
  /// How many participants there are.
  package var count: Int { order.count }
  /// How many are counted.
  package let counted: Int
  private let participants: ParticipantTable
  /// The participants in the order of the bytes of their ids.
  private let order: [Int32]
  /// For each participant, the number of the entry.
  private let numbers: [Int32]

  /// The id of a participant, in the order of the bytes of the ids, and the number of the entry.
  package subscript(position: Int) -> (id: String, entry: Int) {
    let participant = Int(order[position])
    return (participants.ids[participant], Int(numbers[participant]))
  }

  /// - Parameters:
  ///   - selection: whom and what is asked about; its groups are not looked at.
  ///   - instrument: by its position in the program; nil where the number is of none.
  ///   - timepoint: likewise.
  /// - Returns: nil where the question needs an instrument or a timepoint that is not given.
  package init?(
    _ table: ScoreTable, _ selection: CohortSelection, _ question: LedgerQuestion,
    instrument: Int?, timepoint: Int?
  ) {
    let cohort = SelectedCohort(table, selection.ungrouped)
    let judge: (Int) -> (isCounted: Bool, reason: LedgerReason)
    switch question {
    case .enrollment(let withdrawnOnly):
      judge = { cohort.enrollment(of: $0, withdrawnOnly: withdrawnOnly) }
    case .patterns(let pattern):
      guard let instrument else { return nil }
      let readers = cohort.readers(instrument: instrument)
      judge = { participant in
        let isScored = readers.map { $0.standing(of: participant).score != nil }
        let timepoints = zip(table.program.timepoints, isScored).filter(\.1).map(\.0.id.rawValue)
        return (pattern.holds(for: isScored), .scoredAt(timepoints))
      }
    case .standings(let places, let sinceBaseline):
      guard let instrument, let timepoint else { return nil }
      let readers = cohort.readers(instrument: instrument)
      judge = { participant in
        let place = LedgerPlace(readers[timepoint].standing(of: participant))
        guard places.contains(place) else { return (false, .stands(place)) }
        let baseline = readers[0].standing(of: participant)
        guard sinceBaseline, baseline.score == nil else { return (true, .stands(place)) }
        return (false, .lacksBaseline(LedgerPlace(baseline)))
      }
    }
    let readers = instrument.map(cohort.readers)
    func score(of participant: Int, at timepoint: Int?) -> Double? {
      timepoint.flatMap { readers?[$0].standing(of: participant).score }
        .map { table.scoreValues[Int($0)] }
    }
    var known: [Entry: Int32] = [:]
    var entries: [Entry] = []
    let numbers = cohort.group.indices.map { participant in
      let judged = cohort.exclusion(of: participant).map { (false, $0) } ?? judge(participant)
      let isMeant = cohort.group[participant] != SelectedCohort.none
      let entry = Entry(
        isCounted: judged.0, reason: judged.1,
        baseline: isMeant ? score(of: participant, at: 0) : nil,
        score: isMeant ? score(of: participant, at: timepoint) : nil)
      if let number = known[entry] { return number }
      let number = Int32(entries.count)
      known[entry] = number
      entries.append(entry)
      return number
    }
    let ids = table.participants.ids
    participants = table.participants
    order = numbers.indices.map(Int32.init).sorted {
      ids.bytes(of: Int($0)).lexicographicallyPrecedes(ids.bytes(of: Int($1)))
    }
    counted = numbers.count { entries[Int($0)].isCounted }
    self.numbers = numbers
    self.entries = entries
  }
}

extension Standing {
  /// The number of the score that counts.
  fileprivate var score: Int32? {
    guard case .scored(let score, _) = self else { return nil }
    return score
  }
}

extension SelectedCohort {
  /// One for each timepoint.
  fileprivate func readers(instrument: Int) -> [StandingReader] {
    table.program.timepoints.indices.map {
      StandingReader(self, instrument: instrument, timepoint: $0)
    }
  }

  /// Why a participant is not asked about; nil for whoever is.
  fileprivate func exclusion(of participant: Int) -> LedgerReason? {
    guard group[participant] == Self.none else { return nil }
    let isLater = enrolledOn[participant] > selection.asOf.daysSinceEpoch
    return isLater ? .enrolledLater : .notAskedAbout
  }

  fileprivate func enrollment(
    of participant: Int, withdrawnOnly: Bool
  ) -> (isCounted: Bool, reason: LedgerReason) {
    guard withdrawnOn[participant] <= selection.asOf.daysSinceEpoch else {
      return (!withdrawnOnly, .takesPart)
    }
    let reason = table.participants.withdrawalReason(of: participant) ?? ""
    return (true, .withdrew(reason: reason))
  }
}
