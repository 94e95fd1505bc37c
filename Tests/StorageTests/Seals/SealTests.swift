import XCTest

@testable import Storage

final class SealTests: XCTestCase {
  func testTheDigitsAreTheFirstOfWhatHashlibGives() throws {
    let oracle = try SealOracle.load()
    let previous = try XCTUnwrap(Seal(SealOracle.prefix))
    for length in oracle.plain.indices {
      let message = SealOracle.message(length)
      XCTAssertEqual(
        Seal(of: message.span.bytes, after: nil).description,
        String(oracle.plain[length].prefix(16)))
      XCTAssertEqual(
        Seal(of: message.span.bytes, after: previous).description,
        String(oracle.afterPrefix[length].prefix(16)))
    }
  }

  func testATextIsASealOnlyWithSixteenDigitsInLowerCase() {
    XCTAssertEqual(Seal("0123456789abcdef")?.description, "0123456789abcdef")
    for text in [
      "", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg",
      "/123456789abcdef", "0123456789abcd:f", "0123456789abcd`f",
    ] { XCTAssertNil(Seal(text), text) }
  }
}
