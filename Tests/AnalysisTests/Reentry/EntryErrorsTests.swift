import XCTest

@testable import Analysis

final class EntryErrorsTests: XCTestCase {
  private func field(_ first: String, _ second: String, _ paper: String) -> CheckedForm.Field {
    CheckedForm.Field(field: .item(1), first: first, second: second, paper: paper)
  }

  func testAnErrorIsWhereThePaperSaysSomethingElse() {
    let errors = EntryErrors([
      field("1", "1", "1"), field("1", "2", "1"), field("1", "2", "2"), field("1", ".", "."),
      field("1", "2", "3"), field("2", "2", "2"),
    ])
    XCTAssertEqual(errors.compared, 6)
    XCTAssertEqual(errors.differed, 4)
    XCTAssertEqual(
      [errors.paperAsFirst, errors.paperAsSecond, errors.paperAsNeither], [1, 2, 1])
    XCTAssertEqual(errors.errors, 3)
    XCTAssertEqual(errors.perThousand, 500)
  }

  /// Wilson's interval from its closed form, with the quantile of the normal distribution.
  func testOneErrorInOneHundredTwentySix() throws {
    let errors = EntryErrors(
      Array(repeating: field("1", "1", "1"), count: 125) + [field("1", "2", "2")])
    let (n, p, z) = (126.0, 1 / 126.0, 1.959963984540054)
    let middle = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let interval = try XCTUnwrap(errors.perThousandInterval)
    XCTAssertEqual(interval.lower, 1000 * (middle - half) / (1 + z * z / n), accuracy: 1e-9)
    XCTAssertEqual(interval.upper, 1000 * (middle + half) / (1 + z * z / n), accuracy: 1e-9)
    XCTAssertEqual(interval.lower, 1.4, accuracy: 0.05)
    XCTAssertEqual(interval.upper, 43.6, accuracy: 0.05)
    XCTAssertEqual(try XCTUnwrap(errors.perThousand), 7.9365, accuracy: 1e-4)
  }

  func testWithoutFieldsThereIsNoRate() {
    XCTAssertNil(EntryErrors().perThousand)
    XCTAssertNil(EntryErrors().perThousandInterval)
  }
}
