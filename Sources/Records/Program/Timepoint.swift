/// A time when every participant is assessed, counted from enrollment.
package struct Timepoint: Sendable, Equatable {
  /// The name in files and commands, such as `day30`.
  package let id: TimepointID
  /// The number of days after enrollment when it is due.
  package let day: Int
  /// The number of days before `day` from which an assessment belongs to it.
  package let early: Int
  /// The number of days after `day` until which an assessment belongs to it.
  package let late: Int

  package init(id: TimepointID, day: Int, early: Int, late: Int) {
    self.id = id
    self.day = day
    self.early = early
    self.late = late
  }

  /// The window, counted from enrollment.
  package var window: TimepointWindow {
    TimepointWindow(opens: day - early, target: day, closes: day + late)
  }

  /// True if an assessment on `date` is in this timepoint's window.
  package func contains(_ date: CalendarDate, enrolledOn: CalendarDate) -> Bool {
    window.contains(date.days(since: enrolledOn))
  }

  /// The first day of the window.
  package func opens(enrolledOn: CalendarDate) -> CalendarDate {
    enrolledOn.adding(days: window.opens)
  }

  /// The day on which the participant should be assessed.
  package func target(enrolledOn: CalendarDate) -> CalendarDate {
    enrolledOn.adding(days: window.target)
  }

  /// The last day of the window.
  package func closes(enrolledOn: CalendarDate) -> CalendarDate {
    enrolledOn.adding(days: window.closes)
  }

  /// Timepoints with the windows of a new program: two weeks after the day for the first, a week
  /// before and two weeks after in the first months, two weeks before and a month after from day 90
  /// on. Windows are narrowed so that no two meet.
  package static func withUsualWindows(_ days: [(id: TimepointID, day: Int)]) -> [Timepoint] {
    days.enumerated().map { index, timepoint in
      let usual =
        switch timepoint.day {
        case ...0: (early: 0, late: 14)
        case ..<90: (early: 7, late: 14)
        default: (early: 14, late: 30)
        }
      let gapBefore = index > 0 ? timepoint.day - days[index - 1].day : .max
      let gapAfter = index + 1 < days.count ? days[index + 1].day - timepoint.day : .max
      return Timepoint(
        id: timepoint.id, day: timepoint.day, early: min(usual.early, (gapBefore - 1) / 2),
        late: min(usual.late, (gapAfter - 1) / 2))
    }
  }
}
