import Analysis
import Instruments
import Records
import Reports
import Text

/// The forms of a participant that are missing at one timepoint.
struct MissingForms: Equatable {
  let timepoint: Timepoint
  /// At least one.
  let instruments: [Instrument]
  /// The state of the window; `soon` for one that opens at any later time.
  let state: FollowUpState
  /// The number of days to or since the day that the state depends on.
  private let days: Int

  /// - Parameter asOf: the current date.
  init(
    _ timepoint: Timepoint, _ instruments: [Instrument], enrolledOn: CalendarDate,
    asOf: CalendarDate
  ) {
    (self.timepoint, self.instruments) = (timepoint, instruments)
    let (window, day) = (timepoint.window, asOf.days(since: enrolledOn))
    state = FollowUpState(window, on: day, within: .max) ?? .soon
    let end =
      switch state {
      case .late, .due: window.target
      case .soon: window.opens
      case .missed: window.closes
      }
    days = abs(end - day)
  }

  private init(_ forms: MissingForms, _ instruments: [Instrument]) {
    (timepoint, self.instruments) = (forms.timepoint, instruments)
    (state, days) = (forms.state, forms.days)
  }

  /// Returns the timepoints of a participant at which forms are missing, in the program's order;
  /// not those whose window opens after a withdrawal.
  /// - Parameters:
  ///   - history: the participant's lines, in the order of the file.
  ///   - countsSkipped: true if forms that were skipped are missing too.
  static func all(
    of participant: Participant, _ history: [Assessment], _ program: Program,
    countsSkipped: Bool = false, asOf: CalendarDate
  ) -> [MissingForms] {
    let there =
      Assessment.latest(history) + (countsSkipped ? [] : Assessment.skipped(history))
    return program.timepoints.compactMap { timepoint in
      let opens = timepoint.opens(enrolledOn: participant.enrolledOn)
      if let withdrawnOn = participant.withdrawnOn, withdrawnOn < opens { return nil }
      let missing = program.instruments.filter { instrument in
        !there.contains { $0.timepoint == timepoint.id && $0.instrument == instrument.id }
      }
      guard !missing.isEmpty else { return nil }
      return MissingForms(timepoint, missing, enrolledOn: participant.enrolledOn, asOf: asOf)
    }
  }

  /// The same with only these instruments; nil if none of them is missing.
  func limited(to ids: [InstrumentID]) -> MissingForms? {
    let kept = instruments.filter { ids.contains($0.id) }
    return kept.isEmpty ? nil : MissingForms(self, kept)
  }

  /// True while the window is open.
  var isOpen: Bool { [.late, .due].contains(state) }

  /// The state in words: `day30 due in 2 days`.
  var words: String { "\(timepoint.id) \(state.words(days: days))" }
}
