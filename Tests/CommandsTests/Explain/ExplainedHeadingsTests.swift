import Analysis
import Documents
import TestSupport
import XCTest

@testable import Commands
@testable import Reports

/// What stands above a number in a table or in a CSV file can be typed in the place of its key.
final class ExplainedHeadingsTests: XCTestCase {
  func testEveryHeadingOfANumberNamesItsNumbers() async throws {
    let place = try TestWorld()
    let world = try place.world(environment: ["OUTCOMES_STORE": "program"])
    let code = await Commands.run(["demo", "program", "--participants", "60"], world)
    XCTAssertEqual(code, 0)
    let lines = [
      "summary", "change", "change --by site", "models --growth", "models --by site", "responders",
      "responders --instrument ucla-3 --norm-mean 4 --norm-sd 1.5", "attrition", "benchmark",
      "savings --program-cost 250",
    ]
    try await concurrently(lines) { line in
      let answer = try await ExplainedNumbers.answer(line, world)
      let headings = answer.headings
      XCTAssertFalse(answer.columns.isEmpty, line)
      // The tables of all instruments have the same columns.
      for column in Set(answer.columns.map(Heading.init)) {
        // A heading that is a key itself, such as “p”, names the number of that key.
        for heading in column.names where !answer.hasKey(heading) {
          for key in column.keys {
            let number = answer.numbers.first { $0.path == key || $0.path.hasSuffix("." + key) }
            guard let number else {
              // A summary ends with the table of `benchmark`, whose document has these; and the
              // rate of the demonstration has no range.
              let isElsewhere =
                key.hasPrefix("published_") && line == "summary" || key.hasPrefix("rate_range.")
              XCTAssertTrue(isElsewhere, "\(line): no number has “\(key)”, under “\(heading)”")
              continue
            }
            let place =
              [number.place.instrument, number.place.timepoint].compactMap(\.self)
              + number.place.values.sorted()
            let words = heading.split(separator: " ").map(String.init) + place
            let found = try answer.paths(words, headings)
            XCTAssertTrue(found.contains(number.path), "\(line): “\(heading)” finds \(found)")
          }
        }
      }
    }
  }

  func testAHeadingStandsAnywhereInTheAddress() async throws {
    let place = try TestWorld()
    let world = try place.world(environment: ["OUTCOMES_STORE": "program"])
    _ = await Commands.run(["demo", "program", "--participants", "60"], world)
    let answer = try await ExplainedNumbers.answer("change", world)
    let headings = answer.headings
    for (words, paths) in [
      ("d_av ucla-3 day90", ["change.cohens_dav"]),
      ("ucla-3 day90 percent", ["change.percent_change"]),
      ("ucla-3 [q1, q3] day90", ["q1", "q3", "change.q1_change", "change.q3_change"]),
      ("ucla-3 day90 95 % CI (%)", ["change.percent_change_ci95"]),
      ("ucla-3 day90 ci95_lower", ["change.ci95"]),
    ] {
      XCTAssertEqual(
        try answer.paths(words.split(separator: " ").map(String.init), headings), paths)
    }
  }
}

/// The names of a column, and the keys of the numbers in it.
private struct Heading: Hashable {
  let names: [String]
  let keys: Set<String>

  init(_ column: Column) {
    names = [column.title] + column.csvNames
    keys = Set(column.numbers)
  }
}

extension ExplainedAnswer {
  fileprivate func hasKey(_ name: String) -> Bool {
    numbers.contains { $0.path == name || $0.path.hasSuffix("." + name) }
  }

  /// The paths of the numbers that an address names.
  fileprivate func paths(
    _ words: [String], _ headings: [String: Set<String>]
  ) throws -> [String] {
    let address = NumberAddress(command: "change", words: words)
    return try address.numbers(in: numbers, headings: headings, instruments: [], timepoints: [])
      .map(\.path)
  }
}
