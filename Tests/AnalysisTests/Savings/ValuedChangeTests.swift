import Instruments
import Statistics
import TestSupport
import XCTest

@testable import Analysis

/// Changes of 1, 2 and 6 points: mean 3, sum of squares 14, se √(14/2/3).
final class ValuedChangeTests: XCTestCase {
  /// `qt(.975, 2)` of R is 4.302652729749464.
  func testDirectionTurnsTheChangeAndItsInterval() {
    let half = 4.302652729749464 * (7.0 / 3).squareRoot()
    let gain = ValuedChange(sample, .higherIsBetter, worth: 10)
    assertAgrees(gain.improvement, 3)
    assertAgrees(gain.perParticipant, 30)
    assertAgrees(gain.total, 90)
    assertAgrees(gain.improvementInterval?.lower, 3 - half)
    assertAgrees(gain.perParticipantInterval?.upper, 10 * (3 + half))
    let loss = ValuedChange(sample, .lowerIsBetter, worth: 10)
    assertAgrees(loss.perParticipant, -30)
    assertAgrees(loss.improvementInterval?.lower, -3 - half)
    assertAgrees(loss.improvementInterval?.upper, -3 + half)
    assertAgrees(loss.perParticipantInterval?.lower, 10 * (-3 - half))
  }

  /// A mean of 11/3 is 3.7 in one decimal; 3 people are 5, rounded to the nearest 5.
  func testCoarseMoneyIsMadeOfOneDecimal() {
    let sample = PairedFrequencyTable([
      (baseline: 0, followUp: 1), (baseline: 0, followUp: 3), (baseline: 0, followUp: 7),
    ])
    let coarse = ValuedChange(sample, .higherIsBetter, worth: 100).coarse(.nhs)
    assertAgrees(coarse.improvement, 3.7)
    assertAgrees(coarse.perParticipant, 370)
    assertAgrees(coarse.total, 1850)
  }

  func testAnotherWorthLeavesTheChangeAsItIs() {
    let change = ValuedChange(sample, .higherIsBetter, worth: 10)
    XCTAssertEqual(change.valued(at: 4), ValuedChange(sample, .higherIsBetter, worth: 4))
  }

  private let sample = PairedFrequencyTable([
    (baseline: 5, followUp: 6), (baseline: 2, followUp: 4), (baseline: 1, followUp: 7),
  ])
}
