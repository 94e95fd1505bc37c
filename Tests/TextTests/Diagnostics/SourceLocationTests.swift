import Text
import XCTest

final class SourceLocationTests: XCTestCase {
  func testPlacesAsText() {
    let places: KeyValuePairs = [
      "scores.csv": SourceLocation(file: "scores.csv"),
      "scores.csv:3": SourceLocation(file: "scores.csv", line: 3),
      "scores.csv:3:14": SourceLocation(file: "scores.csv", line: 3, column: 14),
      "program.json: timepoints[1].day": SourceLocation(
        file: "program.json", keyPath: "timepoints[1].day"),
      "program.json": SourceLocation(file: "program.json", keyPath: ""),
    ]
    for (text, place) in places { XCTAssertEqual(place.description, text) }
  }
}
