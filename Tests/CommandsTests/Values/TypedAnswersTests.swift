import Instruments
import XCTest

@testable import Commands

final class TypedAnswersTests: XCTestCase {
  private func parse(_ text: String, _ instrument: Instrument? = BuiltInInstruments.ucla3)
    -> [Int?]?
  {
    TypedAnswers.parse(text, for: instrument)
  }

  func testCommasAndSpacesDivide() {
    for text in ["2,1,3", "2 1 3", "2, 1, 3", " 2 1,3 ", "2 , 1  3"] {
      XCTAssertEqual(parse(text), [2, 1, 3], text)
    }
    XCTAssertEqual(parse("2,.,3"), [2, nil, 3])
    XCTAssertEqual(parse("30,12", BuiltInInstruments.healthyDays), [30, 12])
  }

  func testNothingBetweenTwoCommasIsUnclear() {
    for text in ["10,,5", "2,1,", ",2,1", ",", "2, ,1", "", " ", "2,1,3,,"] {
      XCTAssertNil(parse(text), text)
      XCTAssertNil(parse(text, nil), text)
    }
  }

  func testDigitsNeedNothingBetweenThemWhereEachIsAnAnswer() {
    XCTAssertEqual(parse("222"), [2, 2, 2])
    XCTAssertEqual(parse("2.1"), [2, nil, 1])
    XCTAssertEqual(parse("..."), [nil, nil, nil])
    XCTAssertEqual(parse("2222"), [2, 2, 2, 2])
    XCTAssertEqual(parse("012301230", BuiltInInstruments.phq9), [0, 1, 2, 3, 0, 1, 2, 3, 0])
    XCTAssertEqual(parse("222", nil), [222])
    XCTAssertEqual(parse("12", BuiltInInstruments.healthyDays), [12])
    XCTAssertEqual(parse("-22"), [-22])
    XCTAssertNil(parse("22x"))
    XCTAssertNil(parse("٢٢٢"))
  }
}
