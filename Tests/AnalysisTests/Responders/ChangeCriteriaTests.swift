import Instruments
import Statistics
import TestSupport
import XCTest

@testable import Analysis

/// What can be measured with how many people; the numbers are held against R in
/// `ResponderAnalysisTests`.
final class ChangeCriteriaTests: XCTestCase {
  func testOnePersonHasNoSpread() throws {
    let criteria = try criteria([(10, 5)])
    XCTAssertNil(criteria.clinical)
    XCTAssertEqual(criteria.index, .failure(.tooFewPairs))
    XCTAssertEqual(criteria.rules.map(\.kind), [.published, .important])
    XCTAssertEqual(criteria.reliableRule?.kind, .published)
  }

  func testTwoPeopleHaveOne() throws {
    let criteria = try criteria([(10, 5), (12, 6)])
    let sd = 2.0.squareRoot()
    assertAgrees(criteria.reliableChange?.standardErrorOfMeasurement, sd * 0.2.squareRoot())
    XCTAssertEqual(criteria.rules.map(\.kind), [.published, .statistical, .important])
    XCTAssertEqual(criteria.reliableRule?.kind, .published, "what was published comes first")
  }

  func testTheIndexSaysWhoChangedReliablyWhereItIsAskedFor() throws {
    var question = question
    question.reliableBy = .index
    XCTAssertEqual(try criteria([(10, 5), (12, 6)], question).reliableRule?.kind, .statistical)
    XCTAssertNil(try criteria([(10, 5)], question).reliableRule, "and there is none")
  }

  func testTheIndexSaysWhoChangedReliablyWhereNothingWasPublished() throws {
    let criteria = try criteria([(40, 60), (48, 72)], instrument: "who-5")
    XCTAssertEqual(criteria.rules.map(\.kind), [.statistical, .important])
    XCTAssertEqual(criteria.reliableRule?.kind, .statistical)
  }

  func testEqualBaselinesHaveNoErrorOfMeasurement() throws {
    let criteria = try criteria([(10, 5), (10, 6), (10, 7)])
    XCTAssertEqual(criteria.index, .failure(.noSpread))
    XCTAssertEqual(criteria.cutoffs?.a, 10)
  }

  func testANormServesWhereTheCohortHasNoSpread() throws {
    var question = question
    question.spread = .given(5)
    let criteria = try criteria([(10, 5)], question)
    assertAgrees(criteria.reliableChange?.threshold, 1.959963984540054 * 10.0.squareRoot())
  }

  func testCutoffsBAndCNeedANorm() throws {
    let without = try criteria([(10, 5), (12, 6)])
    XCTAssertNil(without.cutoffs?.c)
    XCTAssertEqual(without.lines.first?.origin, .computed(.a))
    var question = question
    question.functional = .init(mean: 4, standardDeviation: 2)
    let with = try criteria([(10, 5), (12, 6)], question)
    XCTAssertEqual(with.lines.first?.origin, .computed(.c))
    XCTAssertEqual(with.cutoffs?.b, 8)
    XCTAssertEqual(with.lines.count, 2, "the published line stands beside it")
  }

  func testAReliabilityOfNothingOrEverythingGivesNoIndex() throws {
    for value in [-0.1, 1, 1.2] {
      var question = question
      question.reliability = Reliability(value, .given(source: nil))
      XCTAssertEqual(
        try criteria([(10, 5), (12, 6)], question).index,
        .failure(.impossibleReliability(value)))
    }
  }

  func testWithoutReliabilityNothingIsMadeUp() throws {
    let table = try SmallCohort([(10, 5), (12, 6)]).table
    let analysis = ResponderAnalysis(
      table, .on(365), ResponderQuestion(followUp: .timepoint(1)), instruments: [0])
    let measure = try XCTUnwrap(analysis.measures.first)
    XCTAssertNil(measure.criteria.reliability)
    XCTAssertEqual(measure.criteria.index, .failure(.noReliability))
    XCTAssertNil(measure.criteria.reliableRule)
    XCTAssertEqual(measure.lines.count, 0)
  }

  func testAReliabilityThatWasGivenComesBeforeAPublishedOne() throws {
    let given = try criteria([(10, 5), (12, 6)])
    XCTAssertEqual(given.reliability, Reliability(0.8, .given(source: nil)))
    let published = try criteria(
      [(10, 5), (12, 6)], ResponderQuestion(followUp: .timepoint(1)))
    let kroenke = try XCTUnwrap(BuiltInInstruments.phq9.reliabilities.first)
    XCTAssertEqual(published.reliability, Reliability(0.89, .published(kroenke)))
    XCTAssertNil(published.cohortAlpha, "and it is not asked for")
  }

  /// Nothing was published of PHQ-2. The answers of the first agree, those of the second do not.
  func testTheCohortsAlphaServesFromSeventyHundredthsUp() throws {
    let high = try criteria(answers: ["0 0", "1 1", "2 2", "3 2", "3 3", "1 2"])
    let alpha = try XCTUnwrap(high.cohortAlpha)
    XCTAssertGreaterThan(alpha.alpha, 0.9)
    XCTAssertEqual(high.reliability, Reliability(alpha.alpha, .alphaOfCohort(alpha)))
    XCTAssertEqual(high.reliableRule?.kind, .statistical)

    let low = try criteria(answers: ["0 3", "1 1", "3 0", "2 2", "3 2", "2 1"])
    let poor = try XCTUnwrap(low.cohortAlpha)
    XCTAssertLessThan(poor.alpha, 0.7)
    XCTAssertNil(low.reliability)
    XCTAssertEqual(low.index, .failure(.alphaIsLow(poor)))
    XCTAssertNil(low.reliableRule)
  }

  private var question: ResponderQuestion {
    var question = ResponderQuestion(followUp: .timepoint(1))
    question.reliability = Reliability(0.8, .given(source: nil))
    return question
  }

  private func criteria(
    _ totals: [(Double?, Double?)], _ question: ResponderQuestion? = nil,
    instrument: String = "phq-9"
  ) throws -> ChangeCriteria {
    let table = try SmallCohort(totals, instrument: instrument).table
    let analysis = ResponderAnalysis(
      table, .on(365), question ?? self.question, instruments: [0])
    return try XCTUnwrap(analysis.measures.first).criteria
  }

  /// PHQ-2 with these answers at baseline, and 0 at day 30.
  private func criteria(answers: [String]) throws -> ChangeCriteria {
    var cohort = SmallCohort([], instrument: "phq-2")
    for (index, answers) in answers.enumerated() {
      let id = "P\(index + 1)"
      cohort.enroll(id)
      cohort.record(id, "baseline", answers: answers, day: 0, on: "phq-2")
      cohort.record(id, "day30", 0, day: 30, on: "phq-2")
    }
    let analysis = ResponderAnalysis(
      try cohort.tableWithAnswers(), .on(365), ResponderQuestion(followUp: .timepoint(1)),
      instruments: [0])
    return try XCTUnwrap(analysis.measures.first).criteria
  }
}
