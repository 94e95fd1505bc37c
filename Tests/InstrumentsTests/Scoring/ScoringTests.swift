import XCTest

@testable import Instruments

/// The engine's rules; worked examples from the literature stand with the instruments.
final class ScoringTests: XCTestCase {
  private let scale = AnswerScale(0...4)

  private func instrument(
    _ scoring: ScoringRule, items count: Int, scored: [Int]? = nil
  ) -> Instrument {
    Instrument(
      id: InstrumentID(builtIn: "test"), name: "Test", title: "Test", construct: "hope",
      direction: .higherIsBetter, items: Array(repeating: Item(answers: scale), count: count),
      scoredItems: scored, scoring: scoring, range: 0...1)
  }

  private func prorated(atMost: Int) -> MissingItemRule {
    MissingItemRule(name: "prorated", atMost: atMost, countAs: .meanOfAnswered, source: nil)
  }

  func testMeanIsNotRounded() {
    let mean = instrument(.mean, items: 3)
    XCTAssertEqual(mean.score(answers: [1, 2, 4]).value, 7.0 / 3)
    XCTAssertEqual(
      mean.score(answers: [1, nil, 4], missingItems: prorated(atMost: 1)).value, 2.5)
  }

  func testProratedSumIsRoundedHalvesAwayFromZero() {
    let sum = instrument(.sum(multiplier: 1), items: 3)
    // 3 points on two items are 4.5 on three, 2 points are 3, 5 points are 7.5.
    let rule = prorated(atMost: 1)
    XCTAssertEqual(sum.score(answers: [1, nil, 2], missingItems: rule).value, 5)
    XCTAssertEqual(sum.score(answers: [nil, 1, 1], missingItems: rule).value, 3)
    XCTAssertEqual(sum.score(answers: [4, 1, nil], missingItems: rule).value, 8)
  }

  func testProratingGoesByTheScoredItemsOnly() {
    let sum = instrument(.sum(multiplier: 1), items: 4, scored: [2, 3])
    let score = sum.score(answers: [4, 2, nil, 4], missingItems: prorated(atMost: 1))
    XCTAssertEqual(score, Score(outcome: .scored(4), answered: 1, of: 2, ruleUsed: "prorated"))
  }

  func testEachMissingItemCountsAsTheRulesPoints() {
    let rule = MissingItemRule(name: "as three", atMost: 2, countAs: .points(3), source: nil)
    let sum = instrument(.sum(multiplier: 2), items: 3)
    XCTAssertEqual(sum.score(answers: [nil, 1, nil], missingItems: rule).value, 14)
  }

  func testScoreSaysWhichRuleWasUsedOnHowManyItems() {
    let sum = instrument(.sum(multiplier: 1), items: 3)
    let score = sum.score(answers: [1, nil, 2], missingItems: prorated(atMost: 1))
    XCTAssertEqual(score.note, "prorated, 2 of 3 answered")
    let complete = sum.score(answers: [1, 1, 2], missingItems: prorated(atMost: 1))
    XCTAssertEqual(complete, Score(outcome: .scored(4), answered: 3, of: 3))
    XCTAssertNil(complete.note)
  }

  func testMoreMissingThanAllowedIsNotScorable() {
    let sum = instrument(.sum(multiplier: 1), items: 3)
    let strict = sum.score(answers: [1, nil, 2])
    XCTAssertEqual(strict.outcome, .notScorable(.tooManyMissing(allowed: 0)))
    XCTAssertEqual(strict.note, "not scorable, 2 of 3 answered, all are needed")
    let lenient = sum.score(answers: [1, nil, nil], missingItems: prorated(atMost: 1))
    XCTAssertEqual(lenient.note, "not scorable, 1 of 3 answered, at most 1 may be missing")
  }

  func testFormWithoutAnAnswerIsNeverScored() {
    let sum = instrument(.sum(multiplier: 1), items: 1)
    XCTAssertNil(sum.score(answers: [nil], missingItems: prorated(atMost: 1)).value)
  }

  func testUnscoredItemMayBeMissingButNotInvalid() {
    let sum = instrument(.sum(multiplier: 1), items: 3, scored: [2, 3])
    XCTAssertEqual(
      sum.score(answers: [nil, 1, 2]), Score(outcome: .scored(3), answered: 2, of: 2))
    XCTAssertEqual(
      sum.score(answers: [5, 1, 2]).outcome, .notScorable(.invalidAnswers))
  }

  func testAnswersThatDoNotFitTheFormAreNotScorable() {
    let sum = instrument(.sum(multiplier: 1), items: 2)
    for answers: [Int?] in [[1], [1, 1, 1], [1, 5], [-1, 1], []] {
      XCTAssertEqual(sum.score(answers: answers).outcome, .notScorable(.invalidAnswers))
    }
    XCTAssertEqual(
      sum.score(answers: [1]).note, "not scorable, the answers do not match the form")
  }

  func testInstrumentEnteredAsTotalIsNotScorable() {
    let score = instrument(.entered(fractions: false), items: 0).score(answers: [1])
    XCTAssertEqual(score.outcome, .notScorable(.enteredAsTotal))
    XCTAssertEqual(score.note, "not scorable, this instrument is entered as a total")
  }
}
