import XCTest

@testable import Text

final class ASCIIMarksTests: XCTestCase {
  func testMarksAreReplacedAndLettersStay() {
    XCTAssertEqual(
      ASCIIMarks.replaced(in: "“Köln” · −2 ≥ 1 → 3–4 … ├─ █▒░"),
      "\"Köln\" - -2 >= 1 -> 3-4 ... |- #+.")
    XCTAssertEqual(ASCIIMarks.replaced(in: "plain"), "plain")
  }
}
