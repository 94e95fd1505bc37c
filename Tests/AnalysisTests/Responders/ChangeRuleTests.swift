import Instruments
import Statistics
import XCTest

@testable import Analysis

final class ChangeRuleTests: XCTestCase {
  private let phq9 = BuiltInInstruments.phq9

  func testAPublishedThresholdIsMetExactlyOnIt() throws {
    let rule = try XCTUnwrap(ChangeRule.published(.reliableChange, for: phq9).first)
    XCTAssertEqual(rule.kind, .published)
    XCTAssertEqual(verdict(rule, 16, 10), .better)
    XCTAssertEqual(verdict(rule, 16, 11), .same)
    XCTAssertEqual(verdict(rule, 10, 16), .worse)
    XCTAssertEqual(verdict(rule, 10, 10), .same)
  }

  func testScoresWithDecimalsMeetAThresholdInSpiteOfTheirRounding() throws {
    let rule = try XCTUnwrap(ChangeRule.published(.reliableChange, for: phq9).first)
    XCTAssertLessThan(8.2 - 2.2, 6)
    XCTAssertEqual(verdict(rule, 8.2, 2.2), .better)
    XCTAssertEqual(verdict(rule, 8.2, 2.3), .same)
  }

  /// Jacobson and Truax: the index has to be larger than the critical value, not as large.
  func testTheIndexHasToBeExceeded() throws {
    let change = try XCTUnwrap(ReliableChange(standardDeviation: 10, reliability: 0.8))
    let rule = ChangeRule(change)
    XCTAssertEqual(verdict(rule, change.threshold, 0), .same)
    XCTAssertEqual(verdict(rule, change.threshold + 0.001, 0), .better)
    XCTAssertEqual(verdict(rule, 0, change.threshold + 0.001), .worse)
  }

  func testHigherIsBetterTurnsTheVerdict() throws {
    let who5 = BuiltInInstruments.who5
    let rule = try XCTUnwrap(ChangeRule.published(.smallestImportantChange, for: who5).first)
    XCTAssertEqual(rule.kind, .important)
    XCTAssertEqual(
      rule.verdict(on: ScorePair(baseline: 40, followUp: 52), of: who5), .better)
    XCTAssertEqual(rule.verdict(on: ScorePair(baseline: 52, followUp: 40), of: who5), .worse)
  }

  /// Eight points for the better, five for the worse.
  func testAThresholdMayDifferForBetterAndWorse() {
    for (instrument, sign) in [(phq9, 1.0), (BuiltInInstruments.who5, -1)] {
      let rule = ChangeRule(
        Threshold(
          .reliableChange, .atLeast, 8, forWorse: 5, "two", source: Source("nobody", .unverified)))
      let verdict = { (change: Double) in
        rule.verdict(
          on: ScorePair(baseline: 12, followUp: 12 + sign * change), of: instrument)
      }
      XCTAssertEqual(verdict(-8), .better)
      XCTAssertEqual(verdict(-7), .same)
      XCTAssertEqual(verdict(-5), .same)
      XCTAssertEqual(verdict(4), .same)
      XCTAssertEqual(verdict(5), .worse)
    }
  }

  private func verdict(
    _ rule: ChangeRule, _ baseline: Double, _ followUp: Double
  ) -> ChangeVerdict {
    rule.verdict(on: ScorePair(baseline: baseline, followUp: followUp), of: phq9)
  }
}
