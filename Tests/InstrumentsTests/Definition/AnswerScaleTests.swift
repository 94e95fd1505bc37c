import XCTest

@testable import Instruments

final class AnswerScaleTests: XCTestCase {
  func testTextListsTheLabelsOrElseTheEnds() {
    XCTAssertEqual(AnswerScale(1...2, labels: ["no", "yes"]).text, "1 no, 2 yes")
    XCTAssertEqual(AnswerScale(0...30).text, "0 to 30")
  }
}
