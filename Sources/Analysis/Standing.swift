import Records

/// Where one participant stands at one timepoint of one instrument.
enum Standing: Equatable {
  /// With a score that counts: its number in the table, and whether it was given in the window.
  case scored(Int32, inWindow: Bool)
  case notScorable
  /// Assessed outside the window, while only those inside it were asked for.
  case outsideWindow
  case withdrawn
  case notDue
  case notAssessed
}

/// Tells where each participant stands at one timepoint of one instrument.
struct StandingReader {
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
  func standing(of participant: Int) -> Standing {
    let enrolledOn = enrolledOn[participant]
    let withdrawnOn = withdrawnOn[participant]
    let score = participant < scores.count ? scores[participant] : ScoreColumn.absent
    if score != ScoreColumn.absent, dates[participant] <= min(withdrawnOn, asOf) {
      let inWindow = window.contains(dates[participant] - enrolledOn)
      if !inWindow, inWindowOnly { return .outsideWindow }
      return score == ScoreColumn.notScorable ? .notScorable : .scored(score, inWindow: inWindow)
    }
    let closes = enrolledOn + window.upperBound
    if withdrawnOn <= min(closes, asOf) { return .withdrawn }
    return asOf <= closes ? .notDue : .notAssessed
  }
}

extension DenominatorLedger {
  /// Counts more participants who all stand alike.
  mutating func count(_ standing: Standing, times: Int) {
    enrolled += times
    switch standing {
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
