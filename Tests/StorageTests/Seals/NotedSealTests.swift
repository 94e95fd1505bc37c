import XCTest

@testable import Storage

final class NotedSealTests: XCTestCase {
  private let one = "0123456789abcdef"
  private let other = "fedcba9876543210"

  func testAWordHoldsTheSealsOfBothFiles() throws {
    let first = try XCTUnwrap(Seal(one))
    let second = try XCTUnwrap(Seal(other))
    XCTAssertEqual(
      NotedSeal.parse("\(one)-\(other)"),
      [NotedSeal(seal: first, file: .participants), NotedSeal(seal: second, file: .scores)])
    XCTAssertEqual(NotedSeal.parse("none-\(other)"), [NotedSeal(seal: second, file: .scores)])
    XCTAssertEqual(NotedSeal.parse("none-none"), [])
    XCTAssertEqual(NotedSeal.parse(one), [NotedSeal(seal: first, file: nil)])
  }

  func testAnythingElseIsNoSeal() {
    for text in ["", "none", one + other, "\(one)-", "\(one)-\(other)-\(one)", "\(one)-nothing"] {
      XCTAssertNil(NotedSeal.parse(text), text)
    }
  }
}
