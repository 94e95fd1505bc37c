import XCTest

@testable import Records

final class ProgramSchemaTests: XCTestCase {
  func testAHigherNumberIsANewerVersion() {
    for schema in ["outcomes.program/3", "outcomes.program/10", "outcomes.program/999"] {
      let (message, remedy) = ProgramSchema.problem(with: schema)
      XCTAssertEqual(
        message,
        "this program was made by a newer version of outcomes: its schema is “\(schema)”")
      XCTAssertEqual(remedy, "update outcomes; this version reads outcomes.program/2")
    }
  }

  func testEverythingElseIsNoSchema() {
    for schema in [
      "outcomes.program/0", "outcomes.program/02", "outcomes.program/-2", "outcomes.program/+2",
      "outcomes.program/2.0", "outcomes.program/", "outcomes.program", "outcomes.summary/2",
      "Outcomes.program/2", "outcomes.program/99999999999999999999", "2",
    ] {
      let (message, remedy) = ProgramSchema.problem(with: schema)
      XCTAssertEqual(message, "“\(schema)” is not the schema of a program")
      XCTAssertEqual(remedy, "expected: outcomes.program/2")
    }
  }
}
