import TestSupport
import XCTest

@testable import Statistics

final class LogarithmicDevianceTests: XCTestCase {
  func testSmallExcessesFollowThePowerSeries() {
    for d in [1e-3, -1e-3, 1e-8, -1e-8, 1e-100] {
      // d − ln(1 + d) = d²·(1/2 − d/3 + d²/4 − d³/5 + d⁴/6 − …).
      let series = 0.5 - d * (1.0 / 3 - d * (0.25 - d * (0.2 - d * (1.0 / 6 - d / 7))))
      assertAgrees(
        LogarithmicDeviance.value(excess: d, ratio: 1 + d), d * d * series, relative: 1e-15, "\(d)")
    }
    XCTAssertEqual(LogarithmicDeviance.value(excess: 0, ratio: 1), 0)
  }

  func testARatioNextToZeroKeepsItsDigits() {
    // 1 + d would be 0 in doubles; ln 1e-30 = −30·ln 10.
    assertAgrees(
      LogarithmicDeviance.value(excess: -1, ratio: 1e-30), -1 + 30 * 2.302585092994045684,
      relative: 1e-15)
  }

  func testClosedFormsOnBothSidesOfTheSwitch() {
    // ln 2, ln ¾ and ln(3/2), to more digits than a double holds.
    let logarithms = [
      (1.0, 0.693147180559945309), (-0.25, -0.287682072451780927), (0.5, 0.405465108108164382),
      (0.25, 0.223143551314209756), (-0.5, -0.693147180559945309),
    ]
    for (d, logarithm) in logarithms {
      assertAgrees(
        LogarithmicDeviance.value(excess: d, ratio: 1 + d), d - logarithm, relative: 4e-15, "\(d)")
    }
  }
}
