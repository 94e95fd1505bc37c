import Instruments
import Statistics
import XCTest

@testable import Analysis

/// Tests and intervals are held against R in `PairedProportionsTests`.
final class ScoreClassTests: XCTestCase {
  private let phq9 = BuiltInInstruments.phq9
  /// 16 to 10, 9 to 4, twice 12 to 9, and 3 to 11.
  private let sample = PairedFrequencyTable([
    (baseline: 16, followUp: 10), (baseline: 9, followUp: 4), (baseline: 12, followUp: 9),
    (baseline: 12, followUp: 9), (baseline: 3, followUp: 11),
  ])

  func testCasesAreCountedAtBothTimes() throws {
    let caseness = ScoreClass.cases(try XCTUnwrap(phq9.threshold(.case)))
    let cases = ClassProportions(caseness, of: phq9, sample)
    XCTAssertEqual(
      cases.people, PairedProportions(both: 1, movedOut: 2, movedIn: 1, neither: 1))
    XCTAssertEqual(cases.baseline, Share(3, of: 5))
    XCTAssertEqual(cases.followUp, Share(2, of: 5))
  }

  func testBandsHoldEverybodyOnceAtEachTime() {
    let bands = phq9.bands.map { ClassProportions(.band($0), of: phq9, sample) }
    XCTAssertEqual(bands.map(\.people.first), [1, 1, 2, 1, 0])
    XCTAssertEqual(bands.map(\.people.second), [1, 2, 2, 0, 0])
    XCTAssertEqual(bands.map(\.people.total), [5, 5, 5, 5, 5])
  }

  /// A score of WHO-5 below 50 is a case.
  func testAThresholdMayBeAnUpperOne() throws {
    let who5 = BuiltInInstruments.who5
    let low = ScoreClass.cases(try XCTUnwrap(who5.threshold(.case)))
    XCTAssertTrue(low.contains(48, of: who5))
    XCTAssertFalse(low.contains(52, of: who5))
    XCTAssertFalse(low.contains(50, of: who5))
  }

  func testABandMayHoldTheSameScoresAsCases() throws {
    let ucla3 = BuiltInInstruments.ucla3
    let cases = ScoreClass.cases(try XCTUnwrap(ucla3.threshold(.case)))
    XCTAssertTrue(cases.holdsSameScores(as: .band(ucla3.bands[1]), on: ucla3))
    XCTAssertFalse(cases.holdsSameScores(as: .band(ucla3.bands[0]), on: ucla3))
  }

  func testLinesBetweenTheSameWholeScoresSeparateAlike() throws {
    let published = ClinicalLine(try XCTUnwrap(phq9.threshold(.case)))
    XCTAssertTrue(ClinicalLine(.a, at: 9.3).separatesAlike(published, on: phq9))
    XCTAssertTrue(published.separatesAlike(ClinicalLine(.a, at: 9.9), on: phq9))
    XCTAssertFalse(ClinicalLine(.a, at: 10).separatesAlike(published, on: phq9), "on the line")
    XCTAssertFalse(ClinicalLine(.a, at: 8.9).separatesAlike(published, on: phq9))
  }

  /// The T score of PROMIS has decimals.
  func testScoresWithDecimalsAreSeparatedAlikeByTheSameLineAlone() {
    let promis = BuiltInInstruments.promisMentalHealth
    XCTAssertTrue(ClinicalLine(.a, at: 40).separatesAlike(ClinicalLine(.a, at: 40), on: promis))
    XCTAssertFalse(ClinicalLine(.a, at: 40).separatesAlike(ClinicalLine(.a, at: 41), on: promis))
  }
}
