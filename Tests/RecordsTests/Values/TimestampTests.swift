import Records
import TestSupport
import Text
import XCTest

final class TimestampTests: XCTestCase {
  /// Numbers from Python 3's datetime module.
  func testSecondsSinceTheEpochAgreeWithPython() throws {
    for (text, seconds) in [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-20T13:04:05Z", 1_795_179_845),
      ("1969-12-31T23:59:59Z", -1), ("1900-01-01T00:00:00Z", -2_208_988_800),
    ] {
      XCTAssertEqual(try SampleProgram.timestamp(text).secondsSinceEpoch, Int64(seconds))
      XCTAssertEqual(Timestamp(secondsSinceEpoch: Int64(seconds)).description, text)
    }
  }

  func testTheDayOnWhichAMomentFalls() throws {
    for (text, day) in [
      ("2026-11-20T00:00:00Z", "2026-11-20"), ("2026-11-20T23:59:59Z", "2026-11-20"),
      ("1969-12-31T23:59:59Z", "1969-12-31"), ("1969-12-31T00:00:00Z", "1969-12-31"),
      ("1969-12-30T23:59:59Z", "1969-12-30"),
    ] {
      XCTAssertEqual(try SampleProgram.timestamp(text).date.description, day)
    }
  }

  func testEverySecondOfADayIsReadAndWritten() throws {
    let date = try SampleProgram.date("2026-11-20")
    for seconds in stride(from: 0, to: 86_400, by: 7) {
      let moment = Timestamp(date: date, seconds: seconds)
      XCTAssertEqual(Timestamp(moment.description), moment)
    }
    XCTAssertEqual(Timestamp(date: date, seconds: 86_399).description, "2026-11-20T23:59:59Z")
    XCTAssertEqual(Timestamp(date: date).description, "2026-11-20T00:00:00Z")
  }

  func testWhatIsNoMoment() {
    for text in [
      "", "2026-11-20", "2026-11-20T13:04:05", "2026-11-20T13:04:05z", "2026-11-20 13:04:05Z",
      "2026-11-20t13:04:05Z", "2026-11-20T24:00:00Z", "2026-11-20T23:60:00Z",
      "2026-11-20T23:59:60Z", "2026-02-30T13:04:05Z", "2026-11-20T1x:04:05Z",
      "2026-11-20T13-04:05Z", "2026-11-20T13:04-05Z", "2026-11-20T13:04:05+", "2026-11-20T13:04:0Z",
      "2026-11-20T13:04:05.0Z",
    ] {
      XCTAssertNil(Timestamp(text), text)
    }
  }

  func testOrder() throws {
    let first = try SampleProgram.timestamp("2026-11-20T13:04:05Z")
    let second = try SampleProgram.timestamp("2026-11-20T13:04:06Z")
    XCTAssertLessThan(first, second)
    XCTAssertFalse(second < first)
  }
}
