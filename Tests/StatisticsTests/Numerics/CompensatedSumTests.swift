import Statistics
import XCTest

final class CompensatedSumTests: XCTestCase {
  func testAnEmptySumIsZero() {
    XCTAssertEqual(CompensatedSum().value, 0)
  }

  func testNeumaiersExampleThatKahansSumGetsWrong() {
    XCTAssertEqual(CompensatedSum([1, 1e100, 1, -1e100]).value, 2)
  }

  func testTermsThatSwallowTheSumAndTermsThatTheSumSwallows() {
    XCTAssertEqual(CompensatedSum([1e16, 1, -1e16]).value, 1)
    XCTAssertEqual(CompensatedSum([1, 1e16, -1e16]).value, 1)
  }

  func testAMillionTenthsAreTheClosedForm() {
    // The double next to 0.1 is 0.1 + 5.55e-18; a million of them are 100000 to the last bit.
    XCTAssertEqual(CompensatedSum(repeatElement(0.1, count: 1_000_000)).value, 100_000)
  }
}
