import XCTest

@testable import Interchange

final class ExportLayoutTests: XCTestCase {
  func testLayoutsAreThoseOfTheContract() {
    XCTAssertEqual(
      ExportLayout.allCases.map(\.rawValue), ["long", "wide", "items", "history", "participants"])
    XCTAssertEqual(
      ExportLayout.allCases.filter { !$0.formats.contains(.csv) }.map(\.rawValue), ["participants"])
  }
}
