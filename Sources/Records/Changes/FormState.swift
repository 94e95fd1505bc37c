import Instruments

/// What stands for one participant, timepoint and instrument: an assessment, or a line that says
/// why there is none; and the alerts.
package struct FormState: Sendable, Equatable {
  /// Every line of that key, in the order of the file.
  package let lines: [Assessment]
  /// The assessment that counts.
  package let assessment: Assessment?
  /// The line that says why there is no assessment.
  package let skip: Assessment?
  package let alerts: AlertState
  private let instrument: Instrument

  package init(_ lines: [Assessment], _ instrument: Instrument) {
    self.lines = lines
    self.instrument = instrument
    assessment = Assessment.latest(lines).first
    skip = Assessment.skipped(lines).first
    alerts = AlertState(after: lines, instrument)
  }

  /// True if nothing stands and no alert is open.
  package var isEmpty: Bool { assessment == nil && skip == nil && alerts.open.isEmpty }

  /// Returns the states of all timepoints and instruments in one participant's lines, in the order
  /// in which they first appear.
  package static func all(
    in history: [Assessment], _ program: Program
  ) -> [(key: FormKey, state: FormState)] {
    var keys: [FormKey] = []
    for line in history where !keys.contains(FormKey(line)) { keys.append(FormKey(line)) }
    return keys.compactMap { key in
      of(key, in: history, program).map { (key, $0) }
    }
  }

  /// Returns the state of a timepoint and an instrument in one participant's lines; nil if the
  /// program does not have the instrument.
  package static func of(
    _ key: FormKey, in history: [Assessment], _ program: Program
  ) -> FormState? {
    program.instrument(key.instrument).map { instrument in
      FormState(history.filter { FormKey($0) == key }, instrument)
    }
  }

  /// Returns the lines that bring this state about in a place where nothing stands.
  ///
  /// They are as few as possible: a record, for a corrected assessment a correction of it, and a
  /// line that repeats the acknowledgment. All lines are repeated where these would open other
  /// alerts, as where the answer was changed after it had raised one.
  /// - Parameters:
  ///   - there: the state of that place now.
  ///   - isSamePerson: false if the form turns out to be another person's: what was done about the
  ///     answers was done for somebody else, and nobody has looked after that person yet.
  package func entering(
    _ place: FormPlace, _ there: FormState, _ stamp: EntryStamp, isSamePerson: Bool = true
  ) -> [Assessment] {
    let own = isSamePerson ? self : unacknowledged
    // An acknowledgment would settle the alerts of that place as well.
    let isSettled = there.alerts.isSettled
    let all = own.lines.filter {
      $0.action != .reenter && ($0.action != .acknowledge || isSettled)
    }
    let rest = [isSettled && own.isAcknowledged ? own.lastAcknowledgment : nil, own.skip]
      .compactMap { $0 }
    let last = own.assessment.map { [$0.as(.record)] } ?? []
    let ways = [own.standing + rest, all, last + rest].map { lines in
      lines.map { own.repeating($0, in: place, stamp) }
    }
    let found = ways.first { lines in
      FormState(there.lines + lines, instrument).alerts.areOpen(as: own, besides: there)
    }
    return found ?? ways[1]
  }

  /// The lines of the assessment that counts: its record and, if it was corrected, the last
  /// correction; empty if none counts.
  private var standing: [Assessment] {
    guard let assessment else { return [] }
    let first = lines[afterLastVoid...].first { $0.action == .record }
    guard assessment.action == .correct, let first else { return [assessment.as(.record)] }
    return [first, assessment]
  }

  /// The state without what was done about the answers of the assessment that counts.
  private var unacknowledged: FormState {
    let own = lines[afterLastVoid...].filter { $0.action != .acknowledge }
    return FormState(lines[..<afterLastVoid] + own, instrument)
  }

  /// The position after the last void; that of the first line without any.
  private var afterLastVoid: Int { (lines.lastIndex { $0.action == .void } ?? -1) + 1 }

  /// Returns the line that repeats another one in a place. Lines whose reason says more than why
  /// they are repeated keep it. A line with an answer that needs attention, or without one, says
  /// since when.
  /// - Parameter first: the moment since when, if an earlier line had the same answer.
  private func repeating(
    _ other: Assessment, in place: FormPlace, _ stamp: EntryStamp, since first: Timestamp? = nil
  ) -> Assessment {
    var line = other
    (line.participant, line.timepoint) = (place.participant, place.timepoint)
    let reason =
      switch other.action {
      case .skip: stamp.text(keeping: other.reason)
      case .acknowledge: stamp.text(keeping: other.acknowledgmentReason)
      case .record, .correct:
        instrument.attention(answers: other.answers).isNeeded == false
          ? stamp.text : stamp.text(firstRecordedAt: first ?? other.firstRecordedAt)
      case .void, .reenter: stamp.text
      }
    return line.stamped(stamp, reason)
  }

  /// Returns the lines after which nothing stands.
  /// - Parameter settlesAlerts: true to acknowledge the open alerts, because they are open
  ///   elsewhere; otherwise they stay open.
  package func leaving(_ stamp: EntryStamp, settlesAlerts: Bool) -> [Assessment] {
    let void = (assessment ?? skip).map { $0.as(.void) }
    let acknowledgment =
      settlesAlerts && !alerts.open.isEmpty ? lines.last.map { $0.as(.acknowledge) } : nil
    return [void, acknowledgment].compactMap { $0 }.map { $0.stamped(stamp, stamp.text) }
  }

  /// Returns the lines that lead from this state back to an earlier one.
  /// - Parameter settlesAlerts: true to acknowledge alerts that were not open earlier, because they
  ///   are open elsewhere; otherwise they stay open.
  package func returning(
    to earlier: FormState, _ stamp: EntryStamp, settlesAlerts: Bool
  ) -> [Assessment] {
    guard let place = lines.last.map(FormPlace.init), !isSame(as: earlier) else { return [] }
    if let assessment, let former = earlier.assessment, !assessment.hasSameContent(as: former) {
      let isWaiting = alerts.waiting
      let since = earlier.alerts.waiting.filter { isWaiting[$0.key] == nil }.values.min()
      let correction = repeating(former.as(.correct), in: place, stamp, since: since)
      let isSettled = FormState(lines + [correction], instrument).alerts.isSettled
      let acknowledgment =
        earlier.isAcknowledged && !isSettled ? earlier.lastAcknowledgment : nil
      return [correction]
        + [acknowledgment].compactMap { $0 }.map {
          repeating($0, in: place, stamp)
        }
    }
    let left = leaving(stamp, settlesAlerts: settlesAlerts)
    let remaining = FormState(lines + left, instrument)
    return remaining.isSame(as: earlier)
      ? left : left + earlier.entering(place, remaining, stamp)
  }

  /// True if the same stands, and the same alerts are open.
  private func isSame(as other: FormState) -> Bool {
    let isSame =
      switch (assessment, other.assessment) {
      case (nil, nil): skip?.ownReason == other.skip?.ownReason && skip?.date == other.skip?.date
      case (let own?, let others?): own.hasSameContent(as: others)
      default: false
      }
    return isSame && alerts.isOpen(forAllOf: other.alerts)
      && other.alerts.isOpen(forAllOf: alerts)
  }

  /// True if an answer that needs attention, or one that is not known, was acknowledged.
  package var isAcknowledged: Bool { alerts.isSettled && !riskyItems.isEmpty }

  /// The items of the assessment that need attention, or that are not known.
  fileprivate var riskyItems: [Int] {
    guard let assessment else { return [] }
    let attention = instrument.attention(answers: assessment.answers)
    return attention.answers.map(\.item) + attention.unknownItems
  }

  private var lastAcknowledgment: Assessment? { lines.last { $0.action == .acknowledge } }
}

extension AlertState {
  /// True if everything that waits for a person in the other state also does in this one, and since
  /// then at the latest.
  fileprivate func isOpen(forAllOf other: AlertState) -> Bool {
    let isWaiting = waiting
    return other.waiting.allSatisfy { item, since in isWaiting[item].map { $0 <= since } ?? false }
  }

  /// True if everything is open in this state that is in the form's own one, since the same
  /// moment, and nothing else is but what was before in the place where it is entered. Where alerts
  /// are open there, those that somebody acknowledged are open again.
  fileprivate func areOpen(as own: FormState, besides there: FormState) -> Bool {
    let again = there.alerts.isSettled ? [] : own.riskyItems
    let found = waiting
    let expected = own.alerts.waiting.merging(there.alerts.waiting, uniquingKeysWith: min)
    return own.alerts.waiting.keys.allSatisfy { found[$0] != nil }
      && found.allSatisfy { item, since in
        expected[item].map { $0 == since } ?? again.contains(item)
      }
  }

  /// The items that wait for a person, each with the moment since when.
  fileprivate var waiting: [Int: Timestamp] {
    Dictionary(
      open.map { ($0.item, $0.since) } + unknown.map { ($0.item, $0.since) },
      uniquingKeysWith: min)
  }
}

/// The timepoint and the instrument of a form.
package struct FormKey: Sendable, Hashable {
  package let timepoint: TimepointID
  package let instrument: InstrumentID

  package init(timepoint: TimepointID, instrument: InstrumentID) {
    self.timepoint = timepoint
    self.instrument = instrument
  }

  /// The key of a line.
  package init(_ line: Assessment) {
    self.init(timepoint: line.timepoint, instrument: line.instrument)
  }
}

/// A participant and a timepoint, for which a form that was recorded elsewhere is recorded again.
package struct FormPlace: Sendable, Hashable {
  package let participant: ParticipantID
  package let timepoint: TimepointID

  package init(participant: ParticipantID, timepoint: TimepointID) {
    self.participant = participant
    self.timepoint = timepoint
  }

  /// The place of a line.
  package init(_ line: Assessment) {
    self.init(participant: line.participant, timepoint: line.timepoint)
  }
}

extension Assessment {
  /// True if both have the same date, answers and score.
  package func hasSameContent(as other: Assessment) -> Bool {
    date == other.date && answers == other.answers && score == other.score
  }

  /// The reason without what commands have put before it.
  package var ownReason: String { EntryStamp.own(reason) }

  /// The reason of a line that repeats an acknowledgment, with the person who wrote the first.
  fileprivate var acknowledgmentReason: String {
    let words = "acknowledged by "
    return ownReason.hasPrefix(words) ? ownReason : "\(words)\(recordedBy): \(ownReason)"
  }

  /// The same line with another action, and without answers and score if it must not have any.
  fileprivate func `as`(_ action: AssessmentAction) -> Assessment {
    var line = self
    line.action = action
    if !action.hasContent { (line.answers, line.score) = (nil, nil) }
    return line
  }

  fileprivate func stamped(_ stamp: EntryStamp, _ reason: String) -> Assessment {
    var line = self
    (line.recordedAt, line.recordedBy, line.reason) = (stamp.moment, stamp.name, reason)
    return line
  }
}
