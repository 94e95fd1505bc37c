import Instruments
import Statistics
import XCTest

@testable import Analysis

/// What can be measured with how many people; the numbers are held against R in
/// `ResponderAnalysisTests`.
final class YardstickTests: XCTestCase {
  func testOnePersonHasNoSpread() throws {
    let yardstick = try yardstick([(10, 5)])
    XCTAssertNil(yardstick.clinical)
    XCTAssertNil(yardstick.reliableChange)
    XCTAssertEqual(yardstick.rules.map(\.kind), [.published, .important])
    XCTAssertEqual(yardstick.reliableRule?.kind, .published)
  }

  func testTwoPeopleHaveOne() throws {
    let yardstick = try yardstick([(10, 5), (12, 6)])
    let sd = 2.0.squareRoot()
    assertAgrees(yardstick.reliableChange?.standardErrorOfMeasurement, sd * 0.2.squareRoot())
    XCTAssertEqual(yardstick.reliableRule?.kind, .statistical)
  }

  func testEqualBaselinesHaveNoErrorOfMeasurement() throws {
    let yardstick = try yardstick([(10, 5), (10, 6), (10, 7)])
    XCTAssertNil(yardstick.reliableChange)
    XCTAssertEqual(yardstick.cutoffs?.a, 10)
  }

  func testANormServesWhereTheCohortHasNoSpread() throws {
    var question = question
    question.spread = .given(5)
    let yardstick = try yardstick([(10, 5)], question)
    assertAgrees(yardstick.reliableChange?.threshold, 1.959963984540054 * 10.0.squareRoot())
  }

  func testCutoffsBAndCNeedANorm() throws {
    let without = try yardstick([(10, 5), (12, 6)])
    XCTAssertNil(without.cutoffs?.c)
    XCTAssertEqual(without.lines.first?.origin, .computed(.a))
    var question = question
    question.functional = .init(mean: 4, standardDeviation: 2)
    let with = try yardstick([(10, 5), (12, 6)], question)
    XCTAssertEqual(with.lines.first?.origin, .computed(.c))
    XCTAssertEqual(with.cutoffs?.b, 8)
    XCTAssertEqual(with.lines.count, 2, "the published line stands beside it")
  }

  func testAReliabilityOfNothingOrEverythingGivesNoIndex() throws {
    for value in [-0.1, 1, 1.2] {
      var question = question
      question.reliability = Reliability(value, .given(source: nil))
      XCTAssertNil(try yardstick([(10, 5), (12, 6)], question).reliableChange, "\(value)")
    }
  }

  func testWithoutReliabilityNothingIsMadeUp() throws {
    let table = try SmallCohort([(10, 5), (12, 6)]).table
    let analysis = ResponderAnalysis(
      table, .on(365), ResponderQuestion(followUp: .timepoint(1)), instruments: [0])
    let measure = try XCTUnwrap(analysis.measures.first)
    XCTAssertNil(measure.yardstick.reliability)
    XCTAssertNil(measure.yardstick.reliableRule)
    XCTAssertEqual(measure.lines.count, 0)
  }

  private var question: ResponderQuestion {
    var question = ResponderQuestion(followUp: .timepoint(1))
    question.reliability = Reliability(0.8, .given(source: nil))
    return question
  }

  private func yardstick(
    _ totals: [(Double?, Double?)], _ question: ResponderQuestion? = nil
  ) throws -> Yardstick {
    let table = try SmallCohort(totals, instrument: "phq-9").table
    let analysis = ResponderAnalysis(
      table, .on(365), question ?? self.question, instruments: [0])
    return try XCTUnwrap(analysis.measures.first).yardstick
  }
}
