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
  private let window: TimepointWindow
  private let asOf: Int32
  private let inWindowOnly: Bool

  init(_ cohort: SelectedCohort, instrument: Int, timepoint: Int) {
    let column = cohort.table.column(instrument: instrument, timepoint: timepoint)
    scores = column?.scores ?? []
    dates = column?.dates ?? []
    answered = column?.answered ?? []
    enrolledOn = cohort.enrolledOn
    withdrawnOn = cohort.withdrawnOn
    window = cohort.table.program.timepoints[timepoint].window
    asOf = cohort.selection.asOf.daysSinceEpoch
    inWindowOnly = cohort.selection.inWindowOnly
  }

  /// Inlined, since it is called for every participant at every timepoint of every instrument.
  @inline(__always)
  func status(of participant: Int) -> ScoreStatus {
    let enrolledOn = enrolledOn[participant]
    let withdrawnOn = withdrawnOn[participant]
    let isAssessed = isAssessed(participant)
    let inWindow = isAssessed && isInWindow(participant)
    if isAssessed, scores[participant] != ScoreColumn.notScorable, inWindow || !inWindowOnly {
      return .scored(scores[participant], inWindow: inWindow)
    }
    let hasClosed = window.hasClosed(on: Int(asOf - enrolledOn))
    if asOf < withdrawnOn, !hasClosed { return .notDue }
    if isAssessed { return inWindow || !inWindowOnly ? .notScorable : .outsideWindow }
    if withdrawnOn <= asOf, !window.hasClosed(on: Int(withdrawnOn - enrolledOn)) {
      return .withdrawn
    }
    return isSkipped(participant) ? .skipped : .notAssessed
  }

  /// True if an assessment by the as-of date counts, with or without a score.
  @inline(__always)
  func isAssessed(_ participant: Int) -> Bool {
    participant < scores.count && scores[participant] != ScoreColumn.absent
      && dates[participant] <= min(withdrawnOn[participant], asOf)
  }

  /// The date of the assessment that counts; nil if there is none.
  func date(of participant: Int) -> CalendarDate? {
    isAssessed(participant) ? CalendarDate(daysSinceEpoch: Int(dates[participant])) : nil
  }

  /// True for a participant without an assessment who was asked in vain by the as-of date.
  @inline(__always)
  func isSkipped(_ participant: Int) -> Bool {
    participant < scores.count && scores[participant] == ScoreColumn.absent
      && answered[participant] == ScoreColumn.skipped && dates[participant] <= asOf
  }

  /// True if a participant who has not withdrawn is still to be asked, or was until the window
  /// closed.
  @inline(__always)
  func isAwaited(_ participant: Int) -> Bool {
    !isAssessed(participant) && !isSkipped(participant)
  }

  /// True if the date of an assessment is in the window.
  @inline(__always)
  func isInWindow(_ participant: Int) -> Bool {
    window.contains(Int(dates[participant] - enrolledOn[participant]))
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
