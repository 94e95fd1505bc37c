import Foundation
import TestSupport
import XCTest

@testable import Commands
@testable import Reports

/// Every number that an evaluator's command prints has an address that `outcomes explain` accepts.
final class ExplainedCommandTests: XCTestCase {
  func testEveryNumberOfTenPeopleHasAnAddress() async throws {
    let place = try await Self.tenPeople()
    var addresses = 0
    for command in ExplainedCommand.allCases {
      addresses += try await explainEverything("\(command.rawValue) --as-of 2026-05-31", place)
    }
    XCTAssertGreaterThan(addresses, 700)
  }

  func testEveryNumberOfGroupsHasAnAddress() async throws {
    let place = try await Self.tenPeople()
    let commands = [
      "change --instrument ucla-3", "attrition --instrument ucla-3",
      "models --instrument ucla-3 --growth",
    ]
    for command in commands {
      let addresses = try await explainEverything(
        "\(command) --by site --as-of 2026-05-31 --in-window", place)
      XCTAssertGreaterThan(addresses, 100, command)
    }
    for command in ["savings --program-cost 90", "benchmark"] {
      let addresses = try await explainEverything("\(command) --by site --as-of 2026-05-31", place)
      XCTAssertGreaterThan(addresses, 20, command)
    }
  }

  /// The answers of the demonstration make reliability and both ends of every interval.
  func testEveryNumberOfADemonstrationHasAnAddress() async throws {
    let place = try TestWorld()
    _ = try await Self.run("demo program --participants 25", place)
    for command in ["change --instrument ucla-3", "savings --program-cost 250"] {
      let addresses = try await explainEverything("\(command) --as-of 2025-06-30", place)
      XCTAssertGreaterThan(addresses, 5, command)
    }
  }

  func testEveryNumberOfRespondersByANormHasAnAddress() async throws {
    let addresses = try await explainEverything(
      "responders --instrument ucla-3 --reliability 0.75 --norm-mean 4 --norm-sd 1.5 --by site"
        + " --as-of 2026-05-31", try await Self.tenPeople())
    XCTAssertGreaterThan(addresses, 50)
  }

  func testEveryNumberOfCombinedCriteriaHasAnAddress() async throws {
    let place = try TestWorld()
    _ = try await Self.run("init program --instruments phq-9,gad-7", place)
    let people = (1...4).map { "P\($0),2026-01-05,enroll,2026-01-05T09:00:00Z,ada,," }
    let scores = (1...4).flatMap { person in
      ["phq-9", "gad-7"].flatMap { instrument in
        [("baseline", "2026-01-05", 10 + person), ("day90", "2026-04-05", 3 * person)].map {
          "P\(person),\($0),\(instrument),\($1),,\($2),record,\($1)T10:00:00Z,ada,,"
        }
      }
    }
    for (name, lines) in [("participants", people), ("scores", scores)] {
      let url = place.folder.appendingPathComponent("program/\(name).csv")
      let header = try String(contentsOf: url, encoding: .utf8)
      try (header + lines.joined(separator: "\n") + "\n").write(
        to: url, atomically: true, encoding: .utf8)
    }
    let addresses = try await explainEverything("responders --as-of 2026-05-31", place)
    XCTAssertGreaterThan(addresses, 30)
  }

  /// Four have a score on PROMIS; the model stands on them, whenever it was.
  func testAModelStandsOnEverybodyWithAnyScore() async throws {
    let document = try await Self.document(
      "explain models promis-gmh mmrm.participants --as-of 2026-05-31", try await Self.tenPeople())
    XCTAssertEqual(document["counted"] as? Int, 4)
    let numbers = try XCTUnwrap(document["numbers"] as? [[String: Any]])
    XCTAssertEqual(numbers.map { $0["value"] as? Int }, [4])
  }

  /// Who is behind the numbers of the ten people, read off their scores by hand.
  func testTheListIsOfThoseCounted() async throws {
    let place = try await Self.tenPeople()
    for (address, people) in Self.byHand {
      let document = try await Self.document("explain \(address) --as-of 2026-05-31", place)
      let participants = try XCTUnwrap(document["participants"] as? [[String: Any]])
      let counted = participants.filter { $0["counted"] as? Bool == true }
      XCTAssertEqual(
        counted.compactMap { $0["participant"] as? String }.joined(separator: " "), people, address)
      XCTAssertEqual(document["people"] as? String, "counts", address)
      XCTAssertEqual(document["counted"] as? Int, counted.count, address)
      let numbers = try XCTUnwrap(document["numbers"] as? [[String: Any]])
      XCTAssertEqual(numbers.map { $0["value"] as? Int }, [counted.count], address)
    }
  }

  private static let byHand = [
    ("change ucla-3 baseline at_ceiling", "P01 P06"),
    ("change ucla-3 day30 changed", "P01 P02 P04 P05 P06"),
    ("change ucla-3 day30 unchanged", "P03 P07 P09"),
    ("change ucla-3 day30 unchanged --in-window", "P03 P07"),
    ("attrition ucla-3 day90 lost", "P06 P07"),
    ("attrition ucla-3 day90 lost site=north", "P07"),
    ("responders ucla-3 last pairs", "P01 P02 P03 P04 P05 P06 P07 P08 P09"),
    ("attrition withdrawals.participants --of moved\u{A0}away", "P07"),
  ]

  func testANumberOfNobodySaysSo() async throws {
    let document = try await Self.document(
      "explain summary savings.rate --as-of 2026-05-31", try await Self.tenPeople())
    XCTAssertEqual(document["people"] as? String, "none")
    XCTAssertEqual(
      document["people_in_words"] as? String,
      "The number does not depend on any participant's data.")
    XCTAssertTrue(document["counted"] is NSNull)
    XCTAssertEqual((document["participants"] as? [Any])?.count, 0)
  }

  func testAMeanIsComputedFromThoseWhomItCountsNot() async throws {
    let document = try await Self.document(
      "explain summary ucla-3 day30 mean_change --as-of 2026-05-31", try await Self.tenPeople())
    XCTAssertEqual(document["people"] as? String, "computed_from")
  }

  /// Without `--by`, a group is named by the address alone.
  func testAGroupNeedsNoFlag() async throws {
    let place = try await Self.tenPeople()
    let document = try await Self.document(
      "explain change ucla-3 day30 pairs site=north --as-of 2026-05-31", place)
    let groups = try await Self.document("change --by site --as-of 2026-05-31", place)
    let measures = try XCTUnwrap(groups["measures"] as? [[String: Any]])
    let north = try XCTUnwrap(
      measures.first { ($0["group"] as? [String: String])?["value"] == "north" })
    let points = try XCTUnwrap(north["timepoints"] as? [[String: Any]])
    let change = try XCTUnwrap(points[1]["change"] as? [String: Any])
    XCTAssertEqual(document["counted"] as? Int, change["pairs"] as? Int)
    XCTAssertGreaterThan(try XCTUnwrap(document["counted"] as? Int), 0)
  }

  /// Explains every number that a command prints.
  /// - Returns: how many there were.
  private func explainEverything(_ command: String, _ place: TestWorld) async throws -> Int {
    let numbers = try await ExplainedNumbers(
      command + " --store program", try place.world(threads: 1))
    XCTAssertEqual(numbers.faults, [], command)
    XCTAssertEqual(numbers.addressFaults(tries: 60), [], command)
    XCTAssertEqual(numbers.all.flatMap(\.number.values).sorted(), numbers.printed, command)
    return numbers.all.count
  }

  /// A program of the ten people that the summaries' goldens are of.
  private static func tenPeople() async throws -> TestWorld {
    let place = try TestWorld()
    _ = try await run(
      "init program --attributes site"
        + " --instruments ucla-3,ons-life-satisfaction,promis-gmh,healthy-days", place)
    for name in ["participants.csv", "scores.csv"] {
      let url = place.folder.appendingPathComponent("program/\(name)")
      try FileManager.default.removeItem(at: url)
      try FileManager.default.copyItem(
        at: Fixtures.url("Goldens/summary-cohort/\(name)"), to: url)
    }
    return place
  }

  private static func document(
    _ command: String, _ place: TestWorld
  ) async throws -> [String: Any] {
    let text = try await run("\(command) --format json --store program", place)
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try XCTUnwrap(document as? [String: Any], command)
  }

  private static func run(_ command: String, _ place: TestWorld) async throws -> String {
    let code = await Commands.run(
      command.components(separatedBy: " ").map { $0.replacing("\u{A0}", with: " ") },
      try place.world(threads: 1))
    let (out, err) = place.takeOutput()
    XCTAssertEqual(code, 0, "\(command): \(err)")
    return out
  }
}
