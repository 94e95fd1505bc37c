import XCTest

@testable import Instruments

final class InstrumentIDTests: XCTestCase {
  func testLowerCaseLettersDigitsAndHyphensMakeAnID() {
    for text in ["ucla-3", "k6", "ons-life-satisfaction", "7"] {
      XCTAssertEqual(InstrumentID(rawValue: text)?.description, text)
    }
  }

  func testAnythingElseMakesNone() {
    for text in ["", "-", "UCLA-3", "ucla_3", "ucla 3", "ucla-", "-3", "a--b", "é", "a/b", ".."] {
      XCTAssertNil(InstrumentID(rawValue: text), text)
    }
  }

  func testIDsSortByTheirText() {
    let ids = ["phq-9", "gad-7", "k10"].compactMap(InstrumentID.init(rawValue:))
    XCTAssertEqual(ids.sorted().map(\.rawValue), ["gad-7", "k10", "phq-9"])
  }
}
