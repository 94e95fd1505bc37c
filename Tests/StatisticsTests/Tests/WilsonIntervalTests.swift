import Statistics
import TestSupport
import XCTest

final class WilsonIntervalTests: XCTestCase {
  func testEndsAgreeWithR() throws {
    for row in try Oracle(.pairedByR).table("wilson") {
      let successes = Int(try argument("x", of: row))
      let trials = Int(try argument("n", of: row))
      let wilson = try XCTUnwrap(
        WilsonInterval(
          successes: successes, trials: trials, confidenceLevel: try argument("level", of: row)))
      XCTAssertEqual(wilson.proportion, Double(successes) / Double(trials))
      let interval = try XCTUnwrap(wilson.confidenceInterval)
      assertAgrees(interval.lower, try argument("lower", of: row), relative: 1e-13, "\(row)")
      assertAgrees(interval.upper, try argument("upper", of: row), relative: 1e-13, "\(row)")
    }
  }

  func testTheIntervalNeverLeavesZeroToOne() throws {
    for trials in [1, 2, 3, 7, 10, 97, 1000, 123_457] {
      let none = try XCTUnwrap(WilsonInterval(successes: 0, trials: trials)?.confidenceInterval)
      let all = try XCTUnwrap(WilsonInterval(successes: trials, trials: trials)?.confidenceInterval)
      XCTAssertEqual(none.lower, 0)
      XCTAssertEqual(all.upper, 1)
      assertAgrees(all.lower, 1 - none.upper, relative: 1e-14)
    }
  }

  func testCountsThatCannotBeAreNil() throws {
    XCTAssertNil(WilsonInterval(successes: 0, trials: 0))
    XCTAssertNil(WilsonInterval(successes: 4, trials: 3))
    XCTAssertNil(WilsonInterval(successes: -1, trials: 3))
    let impossible = try XCTUnwrap(
      WilsonInterval(successes: 1, trials: 3, confidenceLevel: 1.5))
    XCTAssertNil(impossible.confidenceInterval)
  }
}
