import Instruments
import Records
import Text

/// Something about an entry that is possible but unlikely. The person is asked about it, or told
/// where nobody can be asked; it is never refused.
enum Doubt: Equatable {
  /// All answers have the same code although some items are reversed.
  case answersAlike(code: Int, reversed: [Int])
  /// The score differs from that at baseline by more than twice a reliable change.
  case largeChange(ChangeFromBaseline, reliable: Double)
  /// The date is outside the timepoint's window.
  /// - `other`: a timepoint whose window the date is in.
  case outsideWindow(CalendarDate, ClosedRange<CalendarDate>, of: TimepointID, other: TimepointID?)

  /// The first keys typed for the answers are the date of a day on which the form may have been
  /// filled in.
  case dateAsAnswers(CalendarDate)

  /// The doubt as a sentence without a period.
  var message: String {
    switch self {
    case .answersAlike(let code, let reversed):
      let items = reversed.map(String.init).listed("and")
      return "all answers are \(code), although "
        + (reversed.count == 1
          ? "item \(items) is worded the other way around"
          : "items \(items) are worded the other way around")
    case .largeChange(let change, let reliable):
      let size = NumberText.shortest(reliable)
      return "the score is \(Confirmation.shown(change.now)) and \(change.words): more than twice a"
        + " reliable change of \(size) points"
    case .outsideWindow(let date, let window, let timepoint, let other):
      let place = "the window of \(timepoint) (\(window.lowerBound) to \(window.upperBound))"
      return "\(date) is outside \(place)"
        + (other.map { " but in that of \($0): did you mean \($0)?" } ?? "")
    case .dateAsAnswers(let date):
      return "the first answers look like a date, \(date)"
    }
  }

  /// The doubt as a sentence on its own.
  var sentence: String {
    message.prefix(1).uppercased() + message.dropFirst() + (message.hasSuffix("?") ? "" : ".")
  }

  /// True if the confirmation says it anyway.
  var isConfirmed: Bool {
    if case .outsideWindow(_, _, _, other: nil) = self { true } else { false }
  }
}

extension AssessmentEntry {
  /// All doubts about the entry.
  /// - Parameter known: the participant's assessments that count.
  func doubts(_ known: [Assessment], _ program: Program) -> [Doubt] {
    [
      Doubt(date, at: timepoint, of: participant, program.timepoints), alikeDoubt,
      changeDoubt(known, program),
    ].compactMap { $0 }
  }

  private var alikeDoubt: Doubt? {
    guard let answers else { return nil }
    let given = zip(instrument.items, answers).enumerated().compactMap { index, pair in
      pair.1.map { (number: index + 1, item: pair.0, code: $0) }
    }
    guard given.count > 2, let code = given.first?.code, given.allSatisfy({ $0.code == code })
    else { return nil }
    // In the middle of a scale, an answer means the same in both directions.
    let contrary = given.filter { $0.item.isReversed && $0.item.points(for: code) != code }
    guard !contrary.isEmpty, given.contains(where: { !$0.item.isReversed }) else { return nil }
    return .answersAlike(code: code, reversed: contrary.map(\.number))
  }

  private func changeDoubt(_ known: [Assessment], _ program: Program) -> Doubt? {
    guard let change = ChangeFromBaseline(self, known, program), let difference = change.difference,
      let points = instrument.reliableChange(inDirectionOf: difference),
      abs(difference) > 2 * points
    else { return nil }
    return .largeChange(change, reliable: points)
  }
}

extension Doubt {
  /// The doubt about the date of a form; nil if the date is in the timepoint's window.
  init?(
    _ date: CalendarDate, at timepoint: Timepoint, of participant: Participant,
    _ timepoints: [Timepoint]
  ) {
    let enrolledOn = participant.enrolledOn
    if timepoint.contains(date, enrolledOn: enrolledOn) { return nil }
    let opens = timepoint.opens(enrolledOn: enrolledOn)
    let closes = timepoint.closes(enrolledOn: enrolledOn)
    let other = timepoints.first { $0.contains(date, enrolledOn: enrolledOn) }
    self = .outsideWindow(date, opens...closes, of: timepoint.id, other: other?.id)
  }
}

extension Item {
  fileprivate var isReversed: Bool { recode == .reversed }
}

extension Instrument {
  /// The size of a published reliable change for the better or the worse; nil if there is none.
  func reliableChange(inDirectionOf difference: Double) -> Double? {
    threshold(.reliableChange).map { threshold in
      direction.improvement(of: difference) > 0 ? threshold.value : threshold.valueForWorse
    }
  }
}
