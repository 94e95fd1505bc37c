import XCTest

@testable import Instruments

final class AttentionTests: XCTestCase {
  private let phq9 = BuiltInInstruments.phq9

  private func attention(itemNine code: Int?) -> Attention {
    phq9.attention(answers: [0, 0, 0, 0, 0, 0, 0, 0, code])
  }

  func testItemNineOfPHQ9IsRaisedFromOneOn() {
    XCTAssertEqual(attention(itemNine: 0), Attention(answers: [], unknownItems: []))
    for code in 1...3 {
      XCTAssertEqual(
        attention(itemNine: code),
        Attention(answers: [.init(item: 9, code: code)], unknownItems: []))
    }
  }

  func testItIsRaisedWhenTheTotalIsMissing() {
    let answers: [Int?] = [nil, nil, nil, nil, nil, nil, nil, nil, 1]
    XCTAssertNil(phq9.score(answers: answers).value)
    XCTAssertEqual(phq9.attention(answers: answers).isNeeded, true)
  }

  func testABlankAShortFormAndATotalTellNothing() {
    for answers in [[3, 3, 3, 3, 3, 3, 3, 3, nil], [3, 3], nil] as [[Int?]?] {
      let attention = phq9.attention(answers: answers)
      XCTAssertEqual(attention, Attention(answers: [], unknownItems: [9]))
      XCTAssertNil(attention.isNeeded)
    }
  }

  func testAnInstrumentWithoutRiskItemsNeedsNone() {
    XCTAssertEqual(BuiltInInstruments.ucla3.attention(answers: nil).isNeeded, false)
  }

  func testOnlyAnotherAnswerTakesAnAlertBack() {
    let total = phq9.attention(answers: nil)
    let kept = total.following(attention(itemNine: 2))
    XCTAssertEqual(kept.isNeeded, true)
    XCTAssertEqual(kept.answers, [.init(item: 9, code: 2, isEarlier: true)])
    XCTAssertEqual(total.following(kept), kept)
    XCTAssertEqual(attention(itemNine: 0).following(kept).isNeeded, false)
    XCTAssertEqual(
      attention(itemNine: 1).following(kept).answers, [.init(item: 9, code: 1)])
    XCTAssertNil(total.following(attention(itemNine: 0)).isNeeded)
  }
}
