import Text
import XCTest

final class LineSchemaTests: XCTestCase {
  func testTheHeaderNamesTheColumnsInTheirOrder() {
    let schema = LineSchema([LineSchema.Column("b"), LineSchema.Column("a", .number)])
    XCTAssertEqual(schema.header, "b,a")
    XCTAssertEqual(LineSchema([]).header, "")
  }

  func testOnlyCSVFilesHaveAHeader() {
    XCTAssertTrue(LineFormat.csv.hasHeader)
    XCTAssertFalse(LineFormat.json.hasHeader)
  }

  func testFileExtensions() {
    XCTAssertEqual(LineFormat.allCases.map(\.fileExtension), ["csv", "jsonl"])
    XCTAssertEqual(LineFormat.allCases.map(\.rawValue), ["csv", "json"])
  }
}
