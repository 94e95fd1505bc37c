import Statistics
import TestSupport
import XCTest

@testable import Analysis

/// `--reference`: each group against one, where without it every two are compared, or each with all
/// the others.
final class ReferenceGroupTests: XCTestCase {
  func testModelsCompareEachGroupWithTheReference() async throws {
    let every = try await Self.models(reference: nil)
    let some = try await Self.models(reference: "south")
    XCTAssertEqual(every.differences.count, 6 * 2)
    XCTAssertEqual(
      some.differences.map { "\($0.group.value) \($0.other.value)" },
      ["east", "north", "west"].flatMap { ["\($0) south", "\($0) south"] })
    for difference in some.differences {
      let same = try XCTUnwrap(
        every.differences.first {
          Set([$0.group, $0.other]) == [difference.group, difference.other]
            && $0.timepoint.id == difference.timepoint.id
        })
      let sign = same.group == difference.group ? 1.0 : -1
      let (actual, expected) = (
        try XCTUnwrap(difference.contrast), try XCTUnwrap(same.contrast)
      )
      assertAgrees(actual.estimate, sign * expected.estimate)
      assertAgrees(actual.standardError, expected.standardError)
      assertAgrees(actual.degreesOfFreedom, expected.degreesOfFreedom)
    }
    XCTAssertEqual(
      some.differences.map(\.adjustedP),
      HolmAdjustment.adjusted(some.differences.map { $0.contrast?.p }))
    // The test of all groups does not depend on it.
    XCTAssertEqual(some.interaction, every.interaction)
    XCTAssertEqual(some.interaction?.numeratorDegreesOfFreedom, 3 * 2)
  }

  func testAReferenceWithoutScoresIsNoModel() async throws {
    var cohort = Self.cohort
    cohort.enroll("P99", site: "mill")
    cohort.record("P99", "baseline", 9, day: 0)
    var selection = CohortSelection.on(365, by: "site")
    selection.reference = "mill"
    let analysis = await ModelAnalysis(
      try cohort.table, selection, instruments: [0], ModelOptions())
    XCTAssertEqual(analysis.measures[1].obstacle, .noReference)
    XCTAssertNil(analysis.measures[0].obstacle)
  }

  /// Each comparison is that of the two groups alone.
  func testChangesCompareEachGroupWithTheReference() throws {
    var selection = CohortSelection.on(365, by: "site")
    selection.reference = "south"
    let differences = ChangeAnalysis(try Self.cohort.table, selection, instruments: [0]).differences
    XCTAssertEqual(
      differences.map(\.group.value), ["east", "north", "west", "east", "north", "west"])
    XCTAssertEqual(differences.map(\.other?.value), Array(repeating: "south", count: 6))
    for difference in differences {
      let two = Self.cohort(ofSites: [difference.group.value, "south"])
      let alone = ChangeAnalysis(
        try two.table, .on(365, by: "site"), instruments: [0]
      ).differences.first { $0.timepoint.id == difference.timepoint.id }
      let sign = alone?.group == difference.group ? 1.0 : -1
      assertAgrees(difference.test.difference, alone?.test.difference.map { sign * $0 })
      assertAgrees(difference.test.p, alone?.test.p)
      XCTAssertEqual(
        difference.pairs.group + difference.pairs.other,
        (alone?.pairs.group ?? 0) + (alone?.pairs.other ?? 0))
    }
    XCTAssertEqual(
      differences.map(\.adjustedP), HolmAdjustment.adjusted(differences.map(\.test.p)))
  }

  /// Of two groups it decides which is subtracted.
  func testOfTwoGroupsTheReferenceIsTheSecond() throws {
    for (reference, group) in [("east", "south"), ("south", "east")] {
      var selection = CohortSelection.on(365, by: "site")
      selection.reference = reference
      let differences = ChangeAnalysis(
        try Self.cohort(ofSites: ["east", "south"]).table, selection, instruments: [0]
      ).differences
      XCTAssertEqual(differences.map(\.group.value), [group, group])
      XCTAssertEqual(differences.map(\.other?.value), [reference, reference])
    }
  }

  private static func models(reference: String?) async throws -> RepeatedMeasures {
    var selection = CohortSelection.on(365, by: "site")
    selection.reference = reference
    let analysis = await ModelAnalysis(
      try cohort.table, selection, instruments: [0], ModelOptions())
    return try analysis.measures[1].repeatedMeasures.get()
  }

  private static var cohort: SmallCohort {
    cohort(ofSites: ["north", "east", "south", "west"])
  }

  /// Thirty-two people at four sites, of whom those at some are kept.
  private static func cohort(ofSites sites: Set<String>) -> SmallCohort {
    var cohort = SmallCohort()
    var generator = SeededGenerator(seed: 5)
    for number in 0..<32 {
      let site = ["north", "east", "south", "west"][number % 4]
      let start = Double(Int.random(in: 6...16, using: &generator))
      let falls = (0..<2).map { _ in Double(Int.random(in: 0...5, using: &generator)) }
      guard sites.contains(site) else { continue }
      cohort.enroll("P\(number)", site: site)
      cohort.record("P\(number)", "baseline", start, day: 0)
      cohort.record("P\(number)", "day30", start - falls[0], day: 30)
      if number % 5 > 0 {
        cohort.record("P\(number)", "day90", start - falls[0] - falls[1] + 2, day: 90)
      }
    }
    return cohort
  }
}
