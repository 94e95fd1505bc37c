import Foundation
import XCTest

@testable import Commands

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

  /// Keys that count some of those whom the ledger lists, rather than all of them.
  private static let partial: Set<String> = [
    "at_floor", "at_ceiling", "days_14_or_more", "alpha_forms", "changed", "unchanged",
    "mean_percent_change_undefined", "mean_percent_of_distance_undefined",
    "models.mmrm.participants", "models.growth.participants",
    "models.missing_data.answers.participants", "models.missing_data.due",
    "models.missing_data.lost", "outcomes.count", "outcomes.of", "agreements.counts",
    "talking_therapies.measured_at_baseline", "talking_therapies.finished",
    "talking_therapies.at_caseness", "talking_therapies.outcomes.count",
    "talking_therapies.outcomes.of", "depression.raised", "depression.due",
    "depression.outcomes.count", "depression.outcomes.of", "paired_proportions.of",
    "paired_proportions.baseline_count", "paired_proportions.followup_count",
    "paired_proportions.moved_in", "paired_proportions.moved_out",
  ]

  /// Explains every number that a command prints.
  /// - Returns: how many addresses there were.
  private func explainEverything(_ command: String, _ place: TestWorld) async throws -> Int {
    let words = command.components(separatedBy: " ")
    let flags = words.dropFirst().joined(separator: " ")
    let numbers = AddressedNumber.all(in: try await Self.document(command, place))
    for (address, found) in Dictionary(grouping: numbers, by: \.address) {
      let what = "\(words[0]) \(address)"
      let document = try await Self.document("explain \(what) \(flags)", place)
      let explained = try XCTUnwrap(document["numbers"] as? [[String: Any]], what)
      let values = explained.flatMap { line in
        (line["value"] as? [Double]) ?? (line["value"] as? Double).map { [$0] } ?? []
      }
      XCTAssertEqual(values, found.map(\.value), what)
      for line in explained {
        XCTAssertNotNil(line["words"] as? String, what)
        guard line["source"] as? String == "count",
          Self.partial.isDisjoint(with: [found[0].key, found[0].path])
        else {
          continue
        }
        XCTAssertEqual(
          (document["counted"] as? Int).map(Double.init), values.reduce(0, +), what)
      }
    }
    return Set(numbers.map(\.address)).count
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
      command.components(separatedBy: " "), try place.world(threads: 1))
    let (out, err) = place.takeOutput()
    XCTAssertEqual(code, 0, "\(command): \(err)")
    return out
  }
}

/// A number found by walking through a document, with the address that a person would give it.
private struct AddressedNumber {
  let address: String
  let path: String
  let value: Double

  /// The last part of the path.
  var key: String { path.split(separator: ".").last.map(String.init) ?? path }

  static func all(in document: [String: Any]) -> [AddressedNumber] {
    var numbers: [AddressedNumber] = []
    walk(document, instrument: nil, timepoint: nil, values: [], path: [], into: &numbers)
    return numbers
  }

  private static func walk(
    _ value: Any, instrument: String?, timepoint: String?, values: Set<String>, path: [String],
    into numbers: inout [AddressedNumber]
  ) {
    if let object = value as? [String: Any] {
      let instrument = object["instrument"] as? String ?? instrument
      let timepoint = object["timepoint"] as? String ?? timepoint
      let own = [object, object["group"] as? [String: Any] ?? [:]].compactMap { part in
        (part["attribute"] as? String).map { "\($0)=\(part["value"] as? String ?? "")" }
      }
      let lists = ["measures", "timepoints", "flows", "comparisons", "groups"]
      for (key, member) in object where !["against", "group", "singular"].contains(key) {
        walk(
          member, instrument: instrument, timepoint: timepoint, values: values.union(own),
          path: lists.contains(key) ? path : path + [key], into: &numbers)
      }
    } else if let list = value as? [Any] {
      for element in list {
        walk(
          element, instrument: instrument, timepoint: timepoint, values: values, path: path,
          into: &numbers)
      }
    } else if let number = value as? Double {
      let key = path.joined(separator: ".")
      let words = [instrument, timepoint, key].compactMap(\.self) + values.sorted()
      numbers.append(
        AddressedNumber(
          address: words.joined(separator: " "), path: key, value: number))
    }
  }
}
