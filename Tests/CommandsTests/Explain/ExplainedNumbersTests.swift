import Foundation
import XCTest

@testable import Commands
@testable import Reports

/// In random programs, every number of every evaluating command is explained; where it counts people,
/// the list has as many; and the commands agree on whom they count.
///
/// `OUTCOMES_EXPLAINED_PROGRAMS=1000 swift test --filter ExplainedNumbersTests` tries more programs.
final class ExplainedNumbersTests: XCTestCase {
  private static let programs =
    ProcessInfo.processInfo.environment["OUTCOMES_EXPLAINED_PROGRAMS"].flatMap { Int($0) } ?? 3

  func testEveryNumberIsExplainedByAsManyPeopleAsItCounts() async throws {
    for seed in 0..<Self.programs {
      let program = try RandomProgram(seed: UInt64(seed))
      for flags in Self.flags(seed) {
        for line in Self.commands(seed) {
          let numbers = try await ExplainedNumbers(
            "\(line) \(flags) --store program", try program.place.world())
          XCTAssertEqual(numbers.faults, [], "seed \(seed): \(line) \(flags)")
          XCTAssertEqual(numbers.addressFaults(tries: 12), [], "seed \(seed): \(line) \(flags)")
          XCTAssertEqual(
            numbers.all.flatMap(\.number.values).sorted(), numbers.printed,
            "seed \(seed): \(line) \(flags): numbers without an address")
        }
      }
    }
  }

  private static let asOf = "--as-of \(RandomProgram.asOf)"

  private static func flags(_ seed: Int) -> [String] {
    [
      [asOf, "\(asOf) --by site"], [asOf, "\(asOf) --in-window --by age_band"],
      [asOf, "--as-of 2026-03-20 --where site=north"],
    ][seed % 3]
  }

  private static func commands(_ seed: Int) -> [String] {
    [
      "summary", "change", "attrition", "benchmark", "savings --program-cost 250",
      [
        "responders", "responders --timepoint last",
        "responders --timepoint day30 --sd all-baselines",
      ][
        seed % 3],
      "models --instrument ucla-3 --instrument promis-gmh" + (seed % 2 == 0 ? " --growth" : ""),
    ]
  }
}
