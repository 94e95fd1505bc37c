import XCTest

@testable import Text

final class LineFieldsTests: XCTestCase {
  func testRangesAreKeptByColumn() {
    var fields = LineFields(columns: 3)
    XCTAssertEqual(fields.count, 3)
    XCTAssertEqual((0..<3).map { fields[$0] }, [0..<0, 0..<0, 0..<0])
    fields[1] = 5..<12
    fields[2] = 2_000_000_000..<2_000_000_007
    XCTAssertEqual((0..<3).map { fields[$0] }, [0..<0, 5..<12, 2_000_000_000..<2_000_000_007])
    fields.clear()
    XCTAssertEqual((0..<3).map { fields[$0] }, [0..<0, 0..<0, 0..<0])
  }
}
