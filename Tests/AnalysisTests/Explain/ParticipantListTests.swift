import XCTest

@testable import Analysis

final class ParticipantListTests: XCTestCase {
  /// One participant for each way to be in or out, each reason read off the acts by hand.
  func testEverybodyIsInOrOutForOneReason() throws {
    XCTAssertEqual(
      try reasons(.paired),
      [
        "P1 in hasStatus(scored)", "P2 out hasStatus(notAssessed)", "P3 out hasStatus(withdrawn)",
        "P4 out lacksBaseline(notAssessed)", "P5 in hasStatus(scoredOutsideWindow)",
        "P6 out hasStatus(notDue)", "P7 out enrolledLater", "P8 out hasStatus(notScorable)",
      ])
  }

  func testWindowLeavesOut() throws {
    XCTAssertEqual(
      try reasons(.scored, inWindowOnly: true).filter { $0.hasPrefix("P5") },
      ["P5 out hasStatus(outsideWindow)"])
  }

  func testScoredWithoutBaselineIsInWhereNoBaselineIsNeeded() throws {
    XCTAssertEqual(
      try reasons(.scored).filter { $0.contains(" in ") }.map { String($0.prefix(2)) },
      ["P1", "P4", "P5"])
  }

  func testLostAreThoseDueWithABaselineAlone() throws {
    XCTAssertEqual(
      try reasons(.lostSinceBaseline).filter { $0.contains(" in ") }.map { String($0.prefix(2)) },
      ["P2", "P3", "P8"])
  }

  func testOtherValuesAreNotAskedAbout() throws {
    XCTAssertEqual(
      try reasons(.scored, site: "North").filter { $0.contains("notAskedAbout") }.count, 6)
    XCTAssertEqual(
      try reasons(.scored, site: "North").first, "P1 in hasStatus(scored)")
  }

  func testWithdrawnAreThoseWhoWithdrewByTheDay() throws {
    XCTAssertEqual(
      try reasons(.withdrawn).filter { $0.contains(" in ") },
      [#"P3 in withdrew(reason: "moved")"#])
    XCTAssertEqual(
      try reasons(.withdrawn, day: 20).filter { $0.contains(" in ") }, [])
  }

  func testPatternsNameTheTimepointsThatAreScored() throws {
    let complete = try reasons(.pattern(where: \.isComplete))
    XCTAssertEqual(complete.first, #"P1 in scoredAt(["baseline", "day30"])"#)
    XCTAssertEqual(complete[3], #"P4 out scoredAt(["day30"])"#)
    XCTAssertEqual(
      try reasons(.pattern(where: \.isIntermittent)).filter { $0.contains(" in ") },
      [#"P4 in scoredAt(["day30"])"#])
  }

  func testScoresStandBesideTheReason() throws {
    let list = try list(.paired)
    let entries = list.numbers.map { list.entries[Int($0)] }
    XCTAssertEqual(entries[0].baseline, 3)
    XCTAssertEqual(entries[0].score, 5)
    XCTAssertNil(entries[3].baseline)
    XCTAssertEqual(list.included, 2)
  }

  func testNoInstrumentHasNoStatuses() throws {
    XCTAssertNil(
      ParticipantList(
        try Self.cohort.table, .on(365), .paired, instrument: nil, followUp: .timepoint(1)))
  }

  private static var cohort: SmallCohort {
    var cohort = SmallCohort()
    cohort.timepoints = [("baseline", 0), ("day30", 30)]
    cohort.instruments = ["ucla-3"]
    for number in [8, 1, 2, 3, 4, 5] {
      cohort.enroll("P\(number)", site: number == 1 ? "North" : "South")
    }
    cohort.enroll("P6", day: 80)
    cohort.enroll("P7", day: 101, site: "North")
    for id in ["P1", "P2", "P3", "P5", "P8"] {
      cohort.record(id, "baseline", id == "P1" ? 3 : 4, day: 0, on: "ucla-3")
    }
    cohort.withdraw("P3", day: 25)
    cohort.record("P1", "day30", 5, day: 30, on: "ucla-3")
    cohort.record("P4", "day30", 6, day: 30, on: "ucla-3")
    cohort.record("P5", "day30", 7, day: 60, on: "ucla-3")
    cohort.recordTooFew("P8", "day30", day: 30)
    return cohort
  }

  private func list(
    _ criterion: InclusionCriterion, day: Int = 100, site: String? = nil, inWindowOnly: Bool = false
  ) throws -> ParticipantList {
    try XCTUnwrap(
      ParticipantList(
        try Self.cohort.table, .on(day, where: site, inWindowOnly: inWindowOnly), criterion,
        instrument: 0, followUp: .timepoint(1)))
  }

  private func reasons(
    _ criterion: InclusionCriterion, day: Int = 100, site: String? = nil, inWindowOnly: Bool = false
  ) throws -> [String] {
    let list = try list(criterion, day: day, site: site, inWindowOnly: inWindowOnly)
    return list.numbers.enumerated().map { position, number in
      let entry = list.entries[Int(number)]
      let reason = "\(entry.reason)".replacingOccurrences(
        of: "Analysis.AssessmentStatus.", with: "")
      return "\(list.id(position)) \(entry.isIncluded ? "in" : "out") \(reason)"
    }
  }
}
