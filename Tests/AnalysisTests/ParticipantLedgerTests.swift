import XCTest

@testable import Analysis

final class ParticipantLedgerTests: XCTestCase {
  /// One participant for each way to be in or out, each reason read off the acts by hand.
  func testEverybodyIsInOrOutForOneReason() throws {
    XCTAssertEqual(
      try reasons(.paired),
      [
        "P1 in stands(scored)", "P2 out stands(notAssessed)", "P3 out stands(withdrawn)",
        "P4 out lacksBaseline(notAssessed)", "P5 in stands(scoredOutsideWindow)",
        "P6 out stands(notDue)", "P7 out enrolledLater", "P8 out stands(notScorable)",
      ])
  }

  func testWindowLeavesOut() throws {
    XCTAssertEqual(
      try reasons(.scored, inWindowOnly: true).filter { $0.hasPrefix("P5") },
      ["P5 out stands(outsideWindow)"])
  }

  func testScoredWithoutBaselineIsInWhereNoBaselineIsNeeded() throws {
    XCTAssertEqual(
      try reasons(.scored).filter { $0.contains(" in ") }.map { String($0.prefix(2)) },
      ["P1", "P4", "P5"])
  }

  func testLostAreThoseDueWithABaselineAlone() throws {
    let lost = LedgerQuestion.standings(
      [.notAssessed, .withdrawn, .notScorable, .outsideWindow], sinceBaseline: true)
    XCTAssertEqual(
      try reasons(lost).filter { $0.contains(" in ") }.map { String($0.prefix(2)) },
      ["P2", "P3", "P8"])
  }

  func testOtherValuesAreNotAskedAbout() throws {
    XCTAssertEqual(
      try reasons(.scored, site: "North").filter { $0.contains("notAskedAbout") }.count, 6)
    XCTAssertEqual(
      try reasons(.scored, site: "North").first, "P1 in stands(scored)")
  }

  func testWithdrawnAreThoseWhoWithdrewByTheDay() throws {
    let people = LedgerQuestion.enrollment(withdrawnOnly: true)
    XCTAssertEqual(
      try reasons(people).filter { $0.contains(" in ") },
      [#"P3 in withdrew(reason: "moved")"#])
    XCTAssertEqual(
      try reasons(people, day: 20).filter { $0.contains(" in ") }, [])
  }

  func testPatternsNameTheTimepointsThatAreScored() throws {
    let complete = try reasons(.patterns(.complete))
    XCTAssertEqual(complete.first, #"P1 in scoredAt(["baseline", "day30"])"#)
    XCTAssertEqual(complete[3], #"P4 out scoredAt(["day30"])"#)
    XCTAssertEqual(
      try reasons(.patterns(.intermittent)).filter { $0.contains(" in ") },
      [#"P4 in scoredAt(["day30"])"#])
  }

  func testScoresStandBesideTheReason() throws {
    let ledger = try ledger(.paired)
    XCTAssertEqual(ledger.entries[ledger[0].entry].baseline, 3)
    XCTAssertEqual(ledger.entries[ledger[0].entry].score, 5)
    XCTAssertNil(ledger.entries[ledger[3].entry].baseline)
    XCTAssertEqual(ledger.counted, 2)
  }

  func testNoInstrumentHasNoStandings() throws {
    XCTAssertNil(
      ParticipantLedger(
        try Self.cohort.table, .on(365), .paired, instrument: nil, timepoint: 1))
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

  private func ledger(
    _ question: LedgerQuestion, day: Int = 100, site: String? = nil, inWindowOnly: Bool = false
  ) throws -> ParticipantLedger {
    try XCTUnwrap(
      ParticipantLedger(
        try Self.cohort.table, .on(day, where: site, inWindowOnly: inWindowOnly), question,
        instrument: 0, timepoint: 1))
  }

  private func reasons(
    _ question: LedgerQuestion, day: Int = 100, site: String? = nil, inWindowOnly: Bool = false
  ) throws -> [String] {
    let ledger = try ledger(question, day: day, site: site, inWindowOnly: inWindowOnly)
    return (0..<ledger.count).map { position in
      let (id, number) = ledger[position]
      let entry = ledger.entries[number]
      let reason = "\(entry.reason)".replacingOccurrences(of: "Analysis.LedgerPlace.", with: "")
      return "\(id) \(entry.isCounted ? "in" : "out") \(reason)"
    }
  }
}
