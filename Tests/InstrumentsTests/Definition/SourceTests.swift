import XCTest

@testable import Instruments

final class SourceTests: XCTestCase {
  func testTextTellsHowFarAFactWasVerified() {
    XCTAssertEqual(Source("A 2001", link: "doi:1", .read).text, "A 2001, doi:1")
    XCTAssertEqual(Source("A 2001", .quoted(by: "B")).text, "A 2001, as quoted by B")
    XCTAssertEqual(
      Source("A 2001", .computed(from: "SD 2")).text, "A 2001, computed from SD 2")
    XCTAssertEqual(Source("A 2001", .unverified).text, "A 2001 (unverified)")
  }

  func testOnlyUnverifiedIsNotVerified() {
    XCTAssertFalse(Source("A", .unverified).isVerified)
    XCTAssertTrue(Source("A", .read).isVerified)
  }
}
