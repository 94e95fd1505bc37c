import Records

/// The numbers of enrolled participants at one timepoint by what was received of one form, or of
/// all forms together. Each participant is in exactly one of the counts.
package struct FollowUpCounts: Sendable, Equatable {
  /// With every form, whatever its date.
  package internal(set) var received = 0
  /// Without every form, because the participant withdrew before the window closed.
  package internal(set) var withdrawn = 0
  /// Without every form, because the participant declined or was not reached.
  package internal(set) var skipped = 0
  /// To be asked later: the window has not opened.
  package internal(set) var notOpen = 0
  /// To be asked: the window is open, and the target day has not passed.
  package internal(set) var due = 0
  /// To be asked: the window is open, and the target day has passed.
  package internal(set) var late = 0
  /// To be asked until the window closed.
  package internal(set) var missed = 0
  /// Likewise, and withdrawn since.
  package internal(set) var missedThenWithdrew = 0

  /// The number of participants with every form, each dated in the window.
  package internal(set) var receivedInWindow = 0

  /// All participants counted.
  package var enrolled: Int { expected + notOpen + withdrawn }

  /// Participants whose forms are there, or should be by now or soon: the window has opened.
  package var expected: Int { received + skipped + due + late + missed + missedThenWithdrew }
}

/// What is known of the forms of one participant at one timepoint: one form, or all together.
struct FormsReceived {
  /// Every form was received.
  var isComplete = true
  /// Every form that was received is dated in the window.
  var isInWindow = true
  /// At least one form is missing and was not skipped.
  var isAwaited = false

  /// The forms of one instrument, or with those of others.
  @inline(__always)
  mutating func add(_ reader: ScoreStatusReader, _ participant: Int) {
    if reader.isAssessed(participant) {
      isInWindow = isInWindow && reader.isInWindow(participant)
    } else {
      isComplete = false
      isAwaited = isAwaited || !reader.isSkipped(participant)
    }
  }
}

/// The participation of somebody by the as-of date, relative to the window of a timepoint.
enum Participation {
  case continues
  /// Withdrawn before the window closed, so that the forms are not expected any more.
  case endedBeforeClosing
  /// Withdrawn when the window had closed.
  case endedAfterClosing
}

extension SelectedCohort {
  @inline(__always)
  func participation(of participant: Int, at window: TimepointWindow) -> Participation {
    guard hasWithdrawn(participant) else { return .continues }
    return window.hasClosed(on: Int(withdrawnOn[participant] - enrolledOn[participant]))
      ? .endedAfterClosing : .endedBeforeClosing
  }
}

extension FollowUpCounts {
  /// Counts a participant.
  /// - Parameter phase: the phase of the window on the as-of date.
  @inline(__always)
  mutating func count(
    _ forms: FormsReceived, _ phase: TimepointWindow.Phase, _ participation: Participation
  ) {
    if forms.isComplete {
      received += 1
      receivedInWindow += forms.isInWindow ? 1 : 0
    } else if participation == .endedBeforeClosing {
      withdrawn += 1
    } else if !forms.isAwaited {
      skipped += 1
    } else if participation == .endedAfterClosing {
      missedThenWithdrew += 1
    } else {
      switch phase {
      case .beforeWindow: notOpen += 1
      case .untilTarget: due += 1
      case .pastTarget: late += 1
      case .afterWindow: missed += 1
      }
    }
  }
}
