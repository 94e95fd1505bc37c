import Instruments
import Statistics
import TestSupport
import XCTest

@testable import Analysis

/// Shares and kappas are held against counting person by person in `ResponderAnalysisTests`.
final class RuleAgreementTests: XCTestCase {
  /// Five points are important and not reliable: a row is a verdict of the first rule.
  func testRowsAreOfTheFirstRule() throws {
    let phq9 = BuiltInInstruments.phq9
    let rules = ChangeRule.all(for: phq9, index: nil)
    XCTAssertEqual(rules.map(\.kind), [.published, .important])
    let sample = PairedFrequencyTable([
      (baseline: 15, followUp: 10), (baseline: 15, followUp: 9), (baseline: 9, followUp: 14),
    ])
    let agreement = RuleAgreement(rules[0], rules[1], of: phq9, sample)
    XCTAssertEqual(agreement.counts, [[1, 0, 0], [1, 0, 1], [0, 0, 0]])
    // Cohen: observed 1/3, by chance (1·2 + 2·0 + 0·1)/9.
    assertAgrees(agreement.agreement?.proportion, 1.0 / 3)
    assertAgrees(agreement.agreement?.kappa, (1.0 / 3 - 2.0 / 9) / (1 - 2.0 / 9))
  }

  func testNobodyAgreesWithNobody() {
    let phq9 = BuiltInInstruments.phq9
    let rules = ChangeRule.all(for: phq9, index: nil)
    let agreement = RuleAgreement(rules[0], rules[1], of: phq9, PairedFrequencyTable(cells: []))
    XCTAssertNil(agreement.agreement)
  }
}
