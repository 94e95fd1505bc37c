import Records
import TestSupport
import XCTest

final class TimepointTests: XCTestCase {
  private func day30() throws -> Timepoint {
    Timepoint(id: try SampleProgram.timepoint("day30"), day: 30, early: 7, late: 14)
  }

  func testTheWindowHoldsItsFirstAndLastDay() throws {
    let enrolled = try SampleProgram.date("2026-01-01")
    for (text, isInside) in [
      ("2026-01-23", false), ("2026-01-24", true), ("2026-01-31", true), ("2026-02-14", true),
      ("2026-02-15", false),
    ] {
      XCTAssertEqual(
        try day30().contains(SampleProgram.date(text), enrolledOn: enrolled), isInside, text)
    }
    XCTAssertEqual(try day30().opens(enrolledOn: enrolled).description, "2026-01-24")
    XCTAssertEqual(try day30().target(enrolledOn: enrolled).description, "2026-01-31")
    XCTAssertEqual(try day30().closes(enrolledOn: enrolled).description, "2026-02-14")
  }

  func testTheWindowHasAPhaseOnEveryDay() throws {
    let window = try day30().window
    let phases: [(ClosedRange<Int>, TimepointWindow.Phase)] = [
      (0...22, .beforeWindow), (23...30, .untilTarget), (31...44, .pastTarget),
      (45...100, .afterWindow),
    ]
    for (days, phase) in phases {
      for day in days {
        XCTAssertEqual(window.phase(on: day), phase, "day \(day)")
        XCTAssertEqual(window.contains(day), [.untilTarget, .pastTarget].contains(phase))
      }
    }
  }

  /// A timepoint without days around it has a window of one day, which is its target.
  func testAWindowOfOneDay() throws {
    let window = Timepoint(id: try SampleProgram.timepoint("t"), day: 5, early: 0, late: 0).window
    XCTAssertEqual(
      [4, 5, 6].map(window.phase), [.beforeWindow, .untilTarget, .afterWindow])
  }

  func testUsualWindows() throws {
    XCTAssertEqual(
      try usual([0, 30, 90, 180]),
      [
        "0: 0 early, 14 late", "30: 7 early, 14 late", "90: 14 early, 30 late",
        "180: 14 early, 30 late",
      ])
    XCTAssertEqual(try usual([89, 365]), ["89: 7 early, 14 late", "365: 14 early, 30 late"])
  }

  /// Two windows share no day, however near the timepoints are.
  func testUsualWindowsNeverMeet() throws {
    XCTAssertEqual(
      try usual([0, 7, 14]), ["0: 0 early, 3 late", "7: 3 early, 3 late", "14: 3 early, 14 late"])
    // The day in the middle belongs to neither.
    XCTAssertEqual(try usual([0, 8]), ["0: 0 early, 3 late", "8: 3 early, 14 late"])
    XCTAssertEqual(try usual([0, 1]), ["0: 0 early, 0 late", "1: 0 early, 14 late"])
    for gap in 1...80 {
      let points = Timepoint.withUsualWindows([
        (id: try SampleProgram.timepoint("a"), day: 100),
        (id: try SampleProgram.timepoint("b"), day: 100 + gap),
      ])
      XCTAssertLessThan(points[0].day + points[0].late, points[1].day - points[1].early)
    }
  }

  private func usual(_ days: [Int]) throws -> [String] {
    let points = Timepoint.withUsualWindows(
      try days.map { (id: try SampleProgram.timepoint("day\($0)"), day: $0) })
    return points.map { "\($0.day): \($0.early) early, \($0.late) late" }
  }
}
