import Records
import Storage
import TestSupport
import XCTest

final class StoreFileTests: XCTestCase {
  func testTheNamesAreTheContracts() {
    XCTAssertEqual(StoreFile.allCases.map { $0.name(.csv) }, ["participants.csv", "scores.csv"])
    XCTAssertEqual(
      StoreFile.allCases.map { $0.name(.json) }, ["participants.jsonl", "scores.jsonl"])
  }

  func testTheHeadersAreTheContracts() throws {
    let settings = try SampleProgram.small(.csv).settings
    XCTAssertEqual(
      StoreFile.allCases.map { $0.schema(settings).header },
      [
        "participant,enrolled_on,action,recorded_at,recorded_by,reason,site,seal",
        "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,"
          + "seal",
      ])
  }
}
