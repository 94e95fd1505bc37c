import Records

/// Where one participant stands at one timepoint of one instrument.
///
/// A participant is due who is scored, who withdrew before the window closed, or whose window has
/// closed; lost to follow-up are those due and not scored.
enum ScoreStatus: Equatable {
  /// With a score that counts: its number in the table, and whether it was given in the window.
  case scored(Int32, inWindow: Bool)
  /// Assessed, with too few answers, and lost to follow-up by it.
  case notScorable
  /// Assessed outside the window, while only those inside it were asked for, and lost to follow-up.
  case outsideWindow
  /// Withdrew before the window closed, without an assessment.
  case withdrawn
  /// Without a score that counts, while the window is still to come or open: a score may follow.
  case notDue
  /// The window has closed without an assessment.
  case notAssessed

  /// The number of the score that counts; nil without one.
  var score: Int32? {
    guard case .scored(let score, _) = self else { return nil }
    return score
  }

  var isDue: Bool { self != .notDue }

  var isLostToFollowUp: Bool { isDue && score == nil }
}

/// Tells where each participant stands at one timepoint of one instrument.
struct ScoreStatusReader {
  /// The assessments, up to the last participant who has one.
  private let scores: [Int32]
  private let dates: [Int32]
  private let enrolledOn: [Int32]
  private let withdrawnOn: [Int32]
  /// First and last day of the window, counted from enrollment.
  private let window: ClosedRange<Int32>
  private let asOf: Int32
  private let inWindowOnly: Bool

  init(_ cohort: SelectedCohort, instrument: Int, timepoint: Int) {
    let column = cohort.table.column(instrument: instrument, timepoint: timepoint)
    scores = column?.scores ?? []
    dates = column?.dates ?? []
    enrolledOn = cohort.enrolledOn
    withdrawnOn = cohort.withdrawnOn
    let timepoint = cohort.table.program.timepoints[timepoint]
    window = Int32(timepoint.day - timepoint.early)...Int32(timepoint.day + timepoint.late)
    asOf = cohort.selection.asOf.daysSinceEpoch
    inWindowOnly = cohort.selection.inWindowOnly
  }

  /// Inlined, since it is asked of everybody at every timepoint of every instrument.
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
    return withdrawnOn <= min(closes, asOf) ? .withdrawn : .notAssessed
  }
}

extension Denominators {
  /// Counts more participants who all stand alike.
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
    }
  }
}
