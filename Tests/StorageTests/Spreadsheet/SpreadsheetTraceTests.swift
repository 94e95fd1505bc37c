import XCTest

@testable import Storage

final class SpreadsheetTraceTests: XCTestCase {
  /// Only what stands around the values can be taken out without judgement.
  func testOnlyLineEndsAndMarksAreMendable() {
    XCTAssertEqual(
      SpreadsheetTrace.allCases.filter(\.isMendable), [.lineEnds, .byteOrderMark])
  }

  func testEveryTraceHasWordsOfItsOwn() {
    XCTAssertEqual(
      Set(SpreadsheetTrace.allCases.map(\.words)).count, SpreadsheetTrace.allCases.count)
  }
}
