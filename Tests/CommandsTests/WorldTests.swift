import XCTest

@testable import Commands

/// What a command knows of the machine and the person.
final class WorldTests: XCTestCase {
  func testTheNameOfWhoeverRecordsIsOneLine() throws {
    let place = try TestWorld()
    XCTAssertEqual(try place.world().recordedBy, "dana")
    XCTAssertEqual(
      try place.world(environment: ["OUTCOMES_USER": "Eva\nM,\u{7F} \"x\""]).recordedBy,
      "EvaM, \"x\"")
  }

  func testThreadsAreAtLeastOne() throws {
    let place = try TestWorld()
    XCTAssertEqual(try place.world(threads: 2).threads, 2)
    XCTAssertEqual(try place.world(environment: ["OUTCOMES_THREADS": "7"]).threads, 7)
    XCTAssertEqual(try place.world(environment: ["OUTCOMES_THREADS": "0"]).threads, 1)
    XCTAssertEqual(try place.world(environment: ["OUTCOMES_THREADS": "many"]).threads, 2)
  }
}
