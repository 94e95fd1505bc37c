import XCTest

@testable import Instruments

final class RiskItemTests: XCTestCase {
  private let phq9 = BuiltInInstruments.phq9

  func testItemNineOfPHQ9IsRaisedFromOneOn() {
    for code in 0...3 {
      let raised = phq9.needsAttention(answers: [0, 0, 0, 0, 0, 0, 0, 0, code])
      XCTAssertEqual(raised, code == 0 ? [] : [RiskItem(item: 9, atLeast: 1)])
    }
  }

  func testItIsRaisedWhenTheTotalIsMissing() {
    let answers: [Int?] = [nil, nil, nil, nil, nil, nil, nil, nil, 1]
    XCTAssertNil(phq9.score(answers: answers).value)
    XCTAssertEqual(phq9.needsAttention(answers: answers).map(\.item), [9])
  }

  func testMissingItemOrShortFormRaisesNothing() {
    XCTAssertEqual(phq9.needsAttention(answers: [3, 3, 3, 3, 3, 3, 3, 3, nil]), [])
    XCTAssertEqual(phq9.needsAttention(answers: [3, 3]), [])
  }
}
