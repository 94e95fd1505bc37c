import Instruments
import Records

/// The second entries among the lines of a scores file, found line by line in the order of the
/// file.
package struct SecondEntries: Sendable {
  private struct Key: Hashable {
    let participant: ParticipantID
    let timepoint: TimepointID
    let instrument: InstrumentID

    init(_ line: Assessment) {
      (participant, timepoint, instrument) = (line.participant, line.timepoint, line.instrument)
    }
  }

  private struct State {
    /// The assessment that counts.
    var counting: Assessment?
    /// The position in `checked` of the second entry since the last change; nil without one.
    var check: Int?
  }

  private var states: [Key: State] = [:]
  /// All second entries, the oldest first.
  package private(set) var checked: [CheckedForm] = []

  /// - Parameter lines: the lines so far.
  package init(_ lines: [Assessment] = []) {
    for line in lines { add(line) }
  }

  /// Adds the next line.
  package mutating func add(_ line: Assessment) {
    let key = Key(line)
    var state = states[key] ?? State()
    switch line.action {
    case .record, .correct:
      if let check = state.check, checked[check].isCorrection(line) {
        checked[check].correction = line
      } else {
        state.check = nil
      }
      state.counting = line
    case .void: state = State()
    case .reenter:
      guard let first = state.counting else { return }
      state.check = checked.count
      checked.append(CheckedForm(first: first, second: line))
    case .acknowledge, .skip: return
    }
    states[key] = state
  }

  /// The assessments that count, in no particular order, each with whether it was entered a second
  /// time since it was last changed.
  package var counting: [(assessment: Assessment, isChecked: Bool)] {
    states.values.compactMap { state in state.counting.map { ($0, state.check != nil) } }
  }

  /// True if this assessment counts and was not entered a second time since.
  package func isUnchecked(_ assessment: Assessment) -> Bool {
    guard let state = states[Key(assessment)] else { return false }
    return state.counting == assessment && state.check == nil
  }
}
