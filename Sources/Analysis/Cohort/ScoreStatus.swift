import Records

/// The status of one participant at one timepoint of one instrument.
///
/// A participant is due if scored, if withdrawn before the window closed, or if the window has
/// closed. Participants who are due but not scored are lost to follow-up.
enum ScoreStatus: Equatable {
  /// With a score that counts: its number in the table, and whether the assessment was in the
  /// window.
  case scored(Int32, inWindow: Bool)
  /// Assessed with too few answers, and therefore lost to follow-up.
  case notScorable
  /// Assessed outside the window when only assessments in the window count, and therefore lost to
  /// follow-up.
  case outsideWindow
  /// Withdrawn before the window closed, without an assessment.
  case withdrawn
  /// Without a score that counts, and the window has not opened or is still open: a score may
  /// follow.
  case notDue
  /// Without an assessment although the window has closed.
  case notAssessed
  /// Likewise, because the participant was asked and declined, or could not be reached.
  case skipped

  /// The number of the score that counts; nil if there is none.
  var score: Int32? {
    guard case .scored(let score, _) = self else { return nil }
    return score
  }

  var isDue: Bool { self != .notDue }

  var isLostToFollowUp: Bool { isDue && score == nil }
}

/// Determines the status of each participant at one timepoint of one instrument.
struct ScoreStatusReader {
  /// The assessments, up to the last participant who has one.
  private let scores: [Int32]
  private let dates: [Int32]
  private let answered: [UInt8]
  private let enrolledOn: [Int32]
  private let withdrawnOn: [Int32]
  /// The first and last day of the window, counted from enrollment.
  private let window: ClosedRange<Int32>
  private let asOf: Int32
  private let inWindowOnly: Bool

  init(_ cohort: SelectedCohort, instrument: Int, timepoint: Int) {
    let column = cohort.table.column(instrument: instrument, timepoint: timepoint)
    scores = column?.scores ?? []
    dates = column?.dates ?? []
    answered = column?.answered ?? []
    enrolledOn = cohort.enrolledOn
    withdrawnOn = cohort.withdrawnOn
    let timepoint = cohort.table.program.timepoints[timepoint]
    window = Int32(timepoint.day - timepoint.early)...Int32(timepoint.day + timepoint.late)
    asOf = cohort.selection.asOf.daysSinceEpoch
    inWindowOnly = cohort.selection.inWindowOnly
  }

  /// Inlined, since it is called for every participant at every timepoint of every instrument.
  @inline(__always)
  func status(of participant: Int) -> ScoreStatus {
    let enrolledOn = enrolledOn[participant]
    let withdrawnOn = withdrawnOn[participant]
    let score = participant < scores.count ? scores[participant] : ScoreColumn.absent
    let isAssessed = score != ScoreColumn.absent && dates[participant] <= min(withdrawnOn, asOf)
    let inWindow = isAssessed && window.contains(dates[participant] - enrolledOn)
    if isAssessed, score != ScoreColumn.notScorable, inWindow || !inWindowOnly {
      return .scored(score, inWindow: inWindow)
    }
    let closes = enrolledOn + window.upperBound
    if asOf < withdrawnOn, asOf <= closes { return .notDue }
    if isAssessed { return inWindow || !inWindowOnly ? .notScorable : .outsideWindow }
    if withdrawnOn <= min(closes, asOf) { return .withdrawn }
    return isSkipped(participant) ? .skipped : .notAssessed
  }

  /// True for a participant without an assessment who was asked in vain by the as-of date.
  private func isSkipped(_ participant: Int) -> Bool {
    participant < scores.count && scores[participant] == ScoreColumn.absent
      && answered[participant] == ScoreColumn.skipped && dates[participant] <= asOf
  }
}

extension Denominators {
  /// Counts several participants with the same status.
  mutating func count(_ status: ScoreStatus, times: Int) {
    enrolled += times
    switch status {
    case .scored(_, let inWindow):
      scored += times
      if !inWindow { scoredOutsideWindow += times }
    case .notScorable: notScorable += times
    case .outsideWindow: outsideWindow += times
    case .withdrawn: withdrawn += times
    case .notDue: notDue += times
    case .notAssessed: notAssessed += times
    case .skipped: skipped += times
    }
  }
}
