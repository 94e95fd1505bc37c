import XCTest

@testable import Instruments

/// Manual of the Loneliness Scale, its SPSS syntax for the six items: answers 2 and 3 count on
/// items 3, 9 and 10, answers 1 and 2 on items 4, 7 and 8.
final class DeJongGierveldTests: XCTestCase {
  private let six = BuiltInInstruments.deJongGierveld6

  func testMoreOrLessCountsAsLonelyFromBothSides() {
    XCTAssertEqual(six.score(answers: [1, 3, 3, 1, 3, 1]).value, 0)
    XCTAssertEqual(six.score(answers: [2, 2, 2, 2, 2, 2]).value, 6)
    XCTAssertEqual(six.score(answers: [3, 1, 1, 3, 1, 3]).value, 6)
    // Yes to everything: the three emotional items count. No to everything: the three social ones.
    XCTAssertEqual(six.score(answers: [3, 3, 3, 3, 3, 3]).value, 3)
    XCTAssertEqual(six.score(answers: [1, 1, 1, 1, 1, 1]).value, 3)
    XCTAssertEqual(six.score(answers: [2, 3, 3, 1, 3, 1]).value, 1)
    XCTAssertEqual(six.score(answers: [1, 2, 3, 1, 3, 1]).value, 1)
  }

  func testManualAllowsOneMissingItemCountedAsNotLonely() throws {
    let rule = try XCTUnwrap(six.missingItemRule(named: "one missing allowed"))
    XCTAssertEqual(rule.source?.verification, .read)
    let one = six.score(answers: [3, nil, 1, 3, 1, 3], missingItems: rule)
    XCTAssertEqual(one.value, 5)
    XCTAssertEqual(one.note, "one missing allowed, 5 of 6 answered")
    XCTAssertNil(six.score(answers: [3, nil, nil, 3, 1, 3], missingItems: rule).value)
    XCTAssertNil(six.score(answers: [3, nil, 1, 3, 1, 3]).value)
  }

  func testCategoriesOfTheManual() {
    XCTAssertEqual(
      [1, 2, 4, 5].map { six.band(for: $0)?.label },
      ["not lonely", "moderately lonely", "moderately lonely", "severely lonely"])
  }

  /// The manual: items 1, 4, 7, 8 and 11 say something good, the other six something bad.
  func testElevenItems() {
    let eleven = BuiltInInstruments.deJongGierveld11
    XCTAssertEqual(eleven.score(answers: Array(repeating: 3, count: 11)).value, 6)
    XCTAssertEqual(eleven.score(answers: Array(repeating: 1, count: 11)).value, 5)
    XCTAssertEqual(eleven.score(answers: Array(repeating: 2, count: 11)).value, 11)
    let content = (1...11).map { [1, 4, 7, 8, 11].contains($0) ? 3 : 1 }
    XCTAssertEqual(eleven.score(answers: content).value, 0)
    XCTAssertEqual(eleven.bandsSource?.isVerified, false)
  }
}
