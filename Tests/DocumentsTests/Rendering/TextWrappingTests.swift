import XCTest

@testable import Documents

final class TextWrappingTests: XCTestCase {
  func testLinesHoldAsManyWordsAsFit() {
    XCTAssertEqual(TextWrapping.wrapped("aa bb cc", width: 5), "aa bb\ncc")
    XCTAssertEqual(TextWrapping.wrapped("aa bb cc", width: 4), "aa\nbb\ncc")
    XCTAssertEqual(TextWrapping.wrapped("aa bb cc", width: 5, indent: 2), "aa\n  bb\n  cc")
  }

  func testLongWordsAndEmptyTextsPassThrough() {
    XCTAssertEqual(TextWrapping.wrapped("doi:10.2196/48864 x", width: 5), "doi:10.2196/48864\nx")
    XCTAssertEqual(TextWrapping.wrapped("", width: 5), "")
  }

  func testPercentSignsStayWithTheirNumber() {
    XCTAssertEqual(TextWrapping.wrapped("by 13 % now", width: 6), "by\n13 %\nnow")
  }
}
