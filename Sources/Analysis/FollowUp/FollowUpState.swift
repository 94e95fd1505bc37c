import Records

/// The state of a timepoint for a participant who is still to be asked: enrolled, not withdrawn,
/// and without an assessment on at least one instrument. The cases are in order of urgency; raw
/// values are those of CSV and JSON.
package enum FollowUpState: String, Sendable, CaseIterable {
  /// The window is open, and the target day has passed.
  case late
  /// The window is open, and the target day has not passed.
  case due
  /// The window opens within the days asked about.
  case soon
  /// The window has closed.
  case missed

  /// The position in the order of urgency.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// - Parameters:
  ///   - day: the day, counted from enrollment.
  ///   - horizon: the number of days within which a window must open to be soon.
  /// - Returns: nil if the window opens later.
  package init?(_ window: TimepointWindow, on day: Int, within horizon: Int) {
    switch window.phase(on: day) {
    case .beforeWindow:
      guard window.opens - day <= horizon else { return nil }
      self = .soon
    case .untilTarget: self = .due
    case .pastTarget: self = .late
    case .afterWindow: self = .missed
    }
  }
}
