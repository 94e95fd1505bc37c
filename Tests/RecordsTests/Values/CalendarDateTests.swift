import Records
import TestSupport
import Text
import XCTest

final class CalendarDateTests: XCTestCase {
  /// Counted day by day with the lengths of the months, as a wall calendar does.
  func testEveryDayThatTheProgramKnowsIsReadAndWritten() {
    var number: Int32 = -25567
    for year in 1900...2999 {
      let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 1...length {
          let date = CalendarDate(year: year, month: month + 1, day: day)
          XCTAssertEqual(date?.daysSinceEpoch, number)
          let text = "\(year)-" + twoDigits(month + 1) + "-" + twoDigits(day)
          XCTAssertEqual(date?.description, text)
          XCTAssertEqual(CalendarDate(text), date)
          number += 1
        }
        XCTAssertNil(CalendarDate(year: year, month: month + 1, day: length + 1))
      }
    }
  }

  /// Numbers from Python 3's datetime module.
  func testDaysSinceTheEpochAgreeWithPython() throws {
    for (text, days) in [
      ("1900-01-01", -25567), ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11016),
      ("2026-11-20", 20777), ("2100-03-01", 47541), ("2999-12-31", 376_199),
    ] {
      XCTAssertEqual(try SampleProgram.date(text).daysSinceEpoch, Int32(days))
      XCTAssertEqual(CalendarDate(daysSinceEpoch: days).description, text)
    }
  }

  func testDaysThatDoNotExist() {
    for text in [
      "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01",
      "2026-01-00", "2026-01-32", "1899-12-31", "3000-01-01",
    ] {
      XCTAssertNil(CalendarDate(text), text)
    }
  }

  func testOnlyOneSpelling() {
    for text in [
      "", "2026-1-05", "2026-01-5", "20260105", "2026/01/05", "05-01-2026", "2026-01-05 ",
      " 2026-01-05", "2026-01-05T00:00:00Z", "2o26-01-05", "2026-01-0x", "2026-+1-05", "-026-01-05",
      "2026x01-05", "2026-01x05",
    ] {
      XCTAssertNil(CalendarDate(text), text)
    }
  }

  func testOnlyTheRangeIsRead() {
    let bytes = Array("9,2026-01-05,9........".utf8)
    XCTAssertEqual(CalendarDate(bytes.span.bytes, 2..<12)?.description, "2026-01-05")
    XCTAssertNil(CalendarDate(bytes.span.bytes, 2..<11))
    XCTAssertNil(CalendarDate(bytes.span.bytes, 1..<12))
  }

  func testDistancesAndOrder() throws {
    let first = try SampleProgram.date("2024-02-28")
    let second = try SampleProgram.date("2024-03-01")
    XCTAssertEqual(second.days(since: first), 2)
    XCTAssertEqual(first.days(since: second), -2)
    XCTAssertEqual(first.adding(days: 2), second)
    XCTAssertEqual(second.adding(days: -2), first)
    XCTAssertLessThan(first, second)
    XCTAssertFalse(first < first)
  }

  func testComponents() {
    let (year, month, day) = CalendarDate(daysSinceEpoch: 20777).components
    XCTAssertEqual([year, month, day], [2026, 11, 20])
  }

  private func twoDigits(_ number: Int) -> String { String(String(100 + number).suffix(2)) }
}
