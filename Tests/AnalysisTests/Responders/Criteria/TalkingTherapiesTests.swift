import XCTest

@testable import Analysis

final class TalkingTherapiesTests: XCTestCase {
  /// Better on one measure and worse on the other is no reliable change by the mirror rule, and
  /// worse by the rule of the Child Outcomes Research Consortium.
  func testBetterAndWorseAtOnceIsNeither() throws {
    let counts = try counts([(phq: (16, 10), gad: (4, 8))])
    XCTAssertEqual(counts[.reliablyImproved].count, 0)
    XCTAssertEqual(counts[.reliablyDeteriorated].count, 0)
    XCTAssertEqual(counts[.noReliableChange].count, 1)
    XCTAssertEqual(counts[.anyReliablyWorse].count, 1)
  }

  /// A case on one measure is a case; to recover, both have to be below their thresholds.
  func testCasenessIsOfEitherMeasure() throws {
    let counts = try counts([
      (phq: (10, 9), gad: (7, 7)), (phq: (9, 9), gad: (8, 8)), (phq: (12, 3), gad: (2, 8)),
      (phq: (9, 10), gad: (7, 7)),
    ])
    XCTAssertEqual(counts.finished, 4)
    XCTAssertEqual(counts.atCaseness, 3)
    XCTAssertEqual(counts[.recovered].count, 1)
    XCTAssertEqual(counts[.reliablyRecovered].count, 0)
    XCTAssertEqual(counts[.newlyAtCaseness], Share(1, of: 1))
  }

  func testWhoLacksAMeasureIsNotCounted() throws {
    let counts = try counts([
      (phq: (12, 3), gad: (nil, 2)), (phq: (12, nil), gad: (9, 2)), (phq: (12, 3), gad: (9, 2)),
    ])
    XCTAssertEqual(counts.enrolled, 3)
    XCTAssertEqual(counts.measuredAtBaseline, 2)
    XCTAssertEqual(counts.finished, 1)
    XCTAssertEqual(counts[.reliablyRecovered], Share(1, of: 1))
  }

  func testOneMeasureAloneGivesNoCounts() throws {
    let table = try SmallCohort([(12, 3)], instrument: "phq-9").table
    let analysis = ResponderAnalysis(
      table, .on(365), ResponderQuestion(followUp: .timepoint(1)), instruments: [0])
    XCTAssertEqual(analysis.talkingTherapies, [])
    XCTAssertEqual(analysis.depression.count, 1)
  }

  private typealias Scores = (baseline: Double?, followUp: Double?)

  private func counts(_ people: [(phq: Scores, gad: Scores)]) throws -> TalkingTherapies {
    var cohort = SmallCohort()
    cohort.instruments = ["phq-9", "gad-7"]
    for (index, person) in people.enumerated() {
      let id = "P\(index + 1)"
      cohort.enroll(id)
      for (instrument, scores) in [("phq-9", person.phq), ("gad-7", person.gad)] {
        if let score = scores.baseline {
          cohort.record(id, "baseline", score, day: 0, on: instrument)
        }
        if let score = scores.followUp {
          cohort.record(id, "day30", score, day: 30, on: instrument)
        }
      }
    }
    let analysis = ResponderAnalysis(
      try cohort.table, .on(365), ResponderQuestion(followUp: .timepoint(1)), instruments: [0, 1])
    XCTAssertEqual(analysis.talkingTherapies.count, 1)
    return try XCTUnwrap(analysis.talkingTherapies.first)
  }
}
