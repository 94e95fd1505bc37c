// Public, since only public declarations are inlined into other modules.

/// The days on which an assessment belongs to a timepoint, counted from enrollment. Everything that
/// depends on a window, from a note on entry to a count of those lost to follow-up, asks here.
public struct TimepointWindow: Sendable, Equatable {
  /// The first day.
  public let opens: Int
  /// The day on which the participant should be assessed.
  public let target: Int
  /// The last day.
  public let closes: Int

  init(opens: Int, target: Int, closes: Int) {
    self.opens = opens
    self.target = target
    self.closes = closes
  }

  /// The position of a day relative to a window.
  public enum Phase: Sendable {
    case beforeWindow
    /// In the window, up to the target day.
    case untilTarget
    /// In the window, past the target day.
    case pastTarget
    case afterWindow
  }

  /// The phase of a day, counted from enrollment.
  @inlinable @inline(__always)
  public func phase(on day: Int) -> Phase {
    if day < opens { return .beforeWindow }
    if day <= target { return .untilTarget }
    return day <= closes ? .pastTarget : .afterWindow
  }

  /// True if a day, counted from enrollment, is past the last day of the window.
  @inlinable @inline(__always)
  public func hasClosed(on day: Int) -> Bool { day > closes }

  /// True if a day, counted from enrollment, is in the window.
  @inlinable @inline(__always)
  public func contains(_ day: Int) -> Bool { opens <= day && day <= closes }
}
