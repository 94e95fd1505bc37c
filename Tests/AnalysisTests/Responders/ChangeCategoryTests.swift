import Instruments
import XCTest

@testable import Analysis

/// What Jacobson and Truax's categories mean, on lines of either origin.
final class ChangeCategoryTests: XCTestCase {
  private let phq9 = BuiltInInstruments.phq9

  func testAPublishedLineSaysWhichSideItsScoreIsOn() throws {
    let line = ClinicalLine(try XCTUnwrap(phq9.threshold(.case)))
    try expect(line, 15, 9, .recovered)
    try expect(line, 16, 10, .improved)
    try expect(line, 10, 9, .crossedNotReliable)
    try expect(line, 10, 10, .unchanged)
    try expect(line, 9, 10, .crossedBackNotReliable)
    try expect(line, 9, 15, .deterioratedAndCrossed)
    try expect(line, 10, 16, .deteriorated)
    try expect(line, 2, 9, .deteriorated)
  }

  /// As in R's package clinicalsignificance: on the line is on neither side.
  func testAScoreOnAComputedLineIsOnNeitherSide() throws {
    let line = ClinicalLine(.c, at: 10)
    try expect(line, 16, 10, .improved)
    try expect(line, 16, 9, .recovered)
    try expect(line, 10, 4, .improved)
    try expect(line, 10, 16, .deterioratedAndCrossed)
    try expect(line, 4, 10, .deterioratedAndCrossed)
    try expect(line, 11, 9, .crossedNotReliable)
    try expect(line, 9, 11, .crossedBackNotReliable)
    try expect(line, 10, 10, .unchanged)
  }

  func testHigherIsBetterTurnsTheSides() throws {
    let who5 = BuiltInInstruments.who5
    let rule = try XCTUnwrap(ChangeRule.published(.smallestImportantChange, for: who5).first)
    let category = { (baseline: Double, followUp: Double) in
      ChangeCategory(
        ScorePair(baseline: baseline, followUp: followUp), of: who5, reliableBy: rule,
        across: ClinicalLine(.c, at: 50))
    }
    XCTAssertEqual(category(48, 60), .recovered)
    XCTAssertEqual(category(60, 48), .deterioratedAndCrossed)
    XCTAssertEqual(category(48, 52), .crossedNotReliable)
  }

  private func expect(
    _ line: ClinicalLine, _ baseline: Double, _ followUp: Double, _ expected: ChangeCategory,
    at place: UInt = #line
  ) throws {
    let rule = try XCTUnwrap(ChangeRule.published(.reliableChange, for: phq9).first)
    let category = ChangeCategory(
      ScorePair(baseline: baseline, followUp: followUp), of: phq9, reliableBy: rule, across: line)
    XCTAssertEqual(category, expected, line: place)
  }
}
