import Records
import TestSupport
import XCTest

@testable import Commands

/// Where an evening here is a new day in Coordinated Universal Time, an alert of today is listed.
final class AlertsOfTodayTests: XCTestCase {
  func testAnAlertRecordedInTheEveningIsListedAtOnce() async throws {
    let place = try TestWorld()
    var world = try place.world(day: "2026-06-30")
    world.now = { [today = world.today()] in Timestamp(date: today.adding(days: 1), seconds: 60) }
    for command in [
      "init desk --instruments phq-9", "enroll P001 --on 2026-06-30 --store desk",
      "record P001 baseline phq-9 --answers 0,0,0,0,0,0,0,0,1 --store desk",
    ] {
      let code = await Commands.run(command.split(separator: " ").map(String.init), world)
      XCTAssertEqual(code, 0, command)
    }
    _ = place.takeOutput()
    for (day, count) in [("", 1), (" --as-of 2026-06-30", 1), (" --as-of 2026-06-29", 0)] {
      for command in ["due", "status"] {
        let words = "\(command)\(day) --store desk".split(separator: " ").map(String.init)
        _ = await Commands.run(words, world)
        let text = place.takeOutput().out
        XCTAssertEqual(text.contains("1 open alert"), count == 1, "\(command)\(day)")
      }
    }
  }
}
