import XCTest

@testable import Commands

/// What a command knows of the machine and the person.
final class WorldTests: XCTestCase {
  func testTheNameOfWhoeverRecordsIsOneLine() throws {
    let place = try TestWorld()
    XCTAssertEqual(try place.world().recordedBy, "dana")
    XCTAssertEqual(
      try place.world(environment: ["OUTCOMES_USER": "Eva\nM,\u{7F}\u{9B} \"x\""]).recordedBy,
      "EvaM, \"x\"")
  }

  func testAVariableThatIsEmptyIsNotSet() throws {
    let place = try TestWorld()
    let world = try place.world(
      environment: ["OUTCOMES_STORE": "", "OUTCOMES_USER": "", "OUTCOMES_THREADS": ""])
    XCTAssertNil(world.value(of: .store))
    XCTAssertEqual(world.recordedBy, "dana")
    XCTAssertEqual(world.threads, 2)
    XCTAssertEqual(try place.world(environment: ["OUTCOMES_STORE": "a"]).value(of: .store), "a")
  }

  func testThreadsAreAtLeastOne() async throws {
    let place = try TestWorld()
    XCTAssertEqual(try place.world(threads: 2).threads, 2)
    XCTAssertEqual(try place.world(environment: ["OUTCOMES_THREADS": "7"]).threads, 7)
    for text in ["0", "-2", "many", "1.5"] {
      let world = try place.world(environment: ["OUTCOMES_THREADS": text])
      let code = await Commands.run(["instruments"], world)
      XCTAssertEqual(code, 2)
      let (out, err) = place.takeOutput()
      XCTAssertEqual(out, "")
      XCTAssertEqual(
        err,
        """
        outcomes: OUTCOMES_THREADS: “\(text)” is not a whole number from 1 to 1024
          set it to the number of parts of a file to read at the same time, or unset it

        """)
    }
  }
}
