import Foundation
import TestSupport
import XCTest

/// What is computed over people whose number is hidden is in no format.
final class HiddenStatisticsTests: XCTestCase {
  func testStatisticsOfHiddenNumbersAreInNoFormat() async throws {
    var hidden = 0
    let seeds = Fixtures.areSearchesLong ? 12 : 3
    for seed in 1...seeds {
      let policy = ["{}", #"{"policy": "nhs"}"#][seed % 2]
      let program = try InventedProgram(seed: UInt64(seed), people: 20...60, privacy: policy)
      var printed: Set<String> = []
      for command in [
        "summary --share", "summary --share --by site", "savings --share",
        "savings --share --by site --program-cost 9",
      ] {
        for format in ["table", "markdown", "csv", "json"] {
          let text = try await program.output("\(command) --format \(format)").text
          printed.formUnion(Self.numbers(in: text))
        }
      }
      let shared = try Self.statistics(await program.output("summary --share --format json").text)
      let real = try Self.statistics(await program.output("summary --format json").text)
      // A simple fraction may be the mean of others too, with either sign.
      let elsewhere = try Self.statistics(
        await program.output("summary --share --by site --format json").text)
      let shown = Set((Array(shared.values) + elsewhere.values).map { $0.filter { $0 != "-" } })
      for (address, value) in real
      where shared[address] == nil && value.count > 8 && !shown.contains(value.filter { $0 != "-" })
      {
        hidden += 1
        let digits = String(value.drop { $0 == "-" })
        XCTAssertFalse(printed.contains(digits), "seed \(seed): \(address) \(value)")
      }
      for address in shared.keys {
        for key in ["min", "max"] { XCTAssertFalse(address.hasSuffix("/" + key), address) }
        let place = address.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let needed = ["/mean": "/n", "/mean_change": "/pairs"].first { address == place + $0.key }
        if let needed { XCTAssertNotNil(shared[place + needed.value], "seed \(seed): \(address)") }
      }
    }
    XCTAssertGreaterThan(hidden, 8 * seeds)
  }

  /// Yearly savings of everybody by those of each would be the number of people.
  func testSavingsOfAHiddenNumberOfPeopleAreHidden() async throws {
    for seed in 1...(Fixtures.areSearchesLong ? 20 : 8) {
      let program = try InventedProgram(seed: UInt64(seed), people: 12...40, privacy: "{}")
      let shared = try Self.statistics(
        await program.output("savings --share --program-cost 9 --format json").text)
      XCTAssertEqual(shared["/cohort_per_year"] == nil, shared["/pairs"] == nil, "seed \(seed)")
      XCTAssertEqual(
        shared["/per_participant_per_year"] == nil, shared["/pairs"] == nil, "seed \(seed)")
      for key in [
        "/total", "/net_cohort_per_year", "/net_per_participant_per_year", "/return",
        "/break_even_cost_per_participant", "/break_even_percent_of_baseline",
      ] {
        XCTAssertFalse(
          shared["/program_cost" + key] != nil && shared["/pairs"] == nil, "seed \(seed): \(key)")
        XCTAssertFalse(
          shared["/program_cost/lost_taken_as_unchanged" + key] != nil
            && shared["/lost_taken_as_unchanged/per_participant_per_year"] == nil,
          "seed \(seed): \(key)")
      }
      XCTAssertEqual(
        shared["/everyone_enrolled/per_participant_per_year"] == nil, shared["/pairs"] == nil,
        "seed \(seed)")
      for row in 0..<9 {
        XCTAssertEqual(
          shared["/sensitivity/\(row)/per_participant_per_year"] == nil, shared["/pairs"] == nil,
          "seed \(seed): row \(row)")
      }
      XCTAssertEqual(
        shared["/sensitivity/9/net_per_participant_per_year"] == nil,
        shared["/lost_taken_as_unchanged/per_participant_per_year"] == nil, "seed \(seed)")
      XCTAssertEqual(
        shared["/valuations/0/per_participant"] == nil, shared["/valuations/0/pairs"] == nil,
        "seed \(seed)")
    }
  }

  /// How many of a group were lost to follow-up is never shared, nor what tells it.
  func testThoseLostOfGroupsAreHidden() async throws {
    for seed in 1...4 {
      let program = try InventedProgram(seed: UInt64(seed), people: 60...160, privacy: "{}")
      let shared = try Self.statistics(
        await program.output("savings --share --by site --program-cost 9 --format json").text)
      XCTAssertNotNil(shared["/groups/0/everyone_enrolled/participants"])
      for path in shared.keys where path.hasPrefix("/groups/") {
        XCTAssertFalse(
          path.contains("lost_taken_as_unchanged") && !path.hasSuffix("/suppressed"), path)
      }
    }
  }

  /// The numbers that a text holds, without their signs, among other things made of their bytes.
  private static func numbers(in text: String) -> [String] {
    text.utf8.split { !(48...57).contains($0) && !".e+-".utf8.contains($0) }.map { part in
      String(decoding: part.drop { "e+-".utf8.contains($0) }, as: UTF8.self)
    }
  }

  /// Every number of a JSON document by its path, as it is written there.
  private static func statistics(_ text: String) throws -> [String: String] {
    var found: [String: String] = [:]
    func walk(_ value: Any, _ path: String) {
      switch value {
      case let object as [String: Any]:
        for (key, member) in object { walk(member, path + "/" + key) }
      case let list as [Any]:
        for (index, member) in list.enumerated() { walk(member, "\(path)/\(index)") }
      case let number as NSNumber: found[path] = "\(number)"
      default: break
      }
    }
    walk(try JSONSerialization.jsonObject(with: Data(text.utf8)), "")
    return found
  }
}
