import XCTest

@testable import Commands

final class ChangelogTests: XCTestCase {
  func testBeginsWithThisRelease() throws {
    let headings = try Documentation.article("Changelog").headings
    XCTAssertEqual(headings.first { $0.hasPrefix("Version") }, "Version \(Release.version)")
  }
}
