import Instruments
import Records
import Text

/// The forms of a participant that are missing at one timepoint.
struct MissingForms: Equatable {
  /// The state of the timepoint's window.
  enum State: Equatable {
    case opens(CalendarDate)
    /// The window is open, and so many days are left until the target day.
    case due(days: Int)
    /// The target day has passed, and so many days are left until the window closes.
    case late(days: Int)
    case missed(CalendarDate)
  }

  let timepoint: Timepoint
  /// At least one.
  let instruments: [Instrument]
  let state: State

  /// - Parameter asOf: the current date.
  init(
    _ timepoint: Timepoint, _ instruments: [Instrument], enrolledOn: CalendarDate,
    asOf: CalendarDate
  ) {
    (self.timepoint, self.instruments) = (timepoint, instruments)
    let opens = timepoint.opens(enrolledOn: enrolledOn)
    let closes = timepoint.closes(enrolledOn: enrolledOn)
    let target = enrolledOn.adding(days: timepoint.day)
    state =
      if asOf < opens {
        .opens(opens)
      } else if asOf > closes {
        .missed(closes)
      } else if asOf > target {
        .late(days: closes.days(since: asOf))
      } else {
        .due(days: target.days(since: asOf))
      }
  }

  /// Returns the timepoints of a participant at which forms are missing, in the program's order.
  /// - Parameter known: the participant's assessments that count.
  static func all(
    of participant: Participant, _ known: [Assessment], _ program: Program, asOf: CalendarDate
  ) -> [MissingForms] {
    program.timepoints.compactMap { timepoint in
      let entered = known.filter { $0.timepoint == timepoint.id }.map(\.instrument)
      let missing = program.instruments.filter { !entered.contains($0.id) }
      guard !missing.isEmpty else { return nil }
      return MissingForms(timepoint, missing, enrolledOn: participant.enrolledOn, asOf: asOf)
    }
  }

  /// The same with only these instruments; nil if none of them is missing.
  func limited(to ids: [InstrumentID]) -> MissingForms? {
    let kept = instruments.filter { ids.contains($0.id) }
    return kept.isEmpty ? nil : MissingForms(timepoint, kept, state)
  }

  private init(_ timepoint: Timepoint, _ instruments: [Instrument], _ state: State) {
    (self.timepoint, self.instruments, self.state) = (timepoint, instruments, state)
  }

  /// True while the window is open.
  var isOpen: Bool {
    switch state {
    case .due, .late: true
    case .opens, .missed: false
    }
  }

  /// The state in words: `day30 due in 2 days`.
  var words: String {
    let when =
      switch state {
      case .opens(let date): "opens \(date)"
      case .due(days: 0): "due today"
      case .due(let days): "due in \(Self.days(days))"
      case .late(days: 0): "late, last day"
      case .late(let days): "late, \(Self.days(days)) left"
      case .missed(let date): "missed \(date)"
      }
    return "\(timepoint.id) \(when)"
  }

  private static func days(_ number: Int) -> String { number == 1 ? "1 day" : "\(number) days" }

  /// The place in a list of those to ask first: open windows by the days until they close, then
  /// windows that open later, then missed ones, the latest first.
  func urgency(asOf: CalendarDate) -> (Int, Int) {
    switch state {
    case .late(let days): (0, days)
    case .due(let days): (0, days + timepoint.late)
    case .opens(let date): (1, date.days(since: asOf))
    case .missed(let date): (2, asOf.days(since: date))
    }
  }
}
