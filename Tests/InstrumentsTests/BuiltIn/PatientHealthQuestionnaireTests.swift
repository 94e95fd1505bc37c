import XCTest

@testable import Instruments

final class PatientHealthQuestionnaireTests: XCTestCase {
  private let phq9 = BuiltInInstruments.phq9

  /// PHQ and GAD-7 instructions: nine items of 0 to 3, summed.
  func testPHQ9IsThePlainSum() {
    XCTAssertEqual(phq9.score(answers: Array(repeating: 3, count: 9)).value, 27)
    XCTAssertEqual(phq9.score(answers: [2, 1, 3, 2, 0, 1, 1, 0, 0]).value, 10)
    XCTAssertEqual(
      BuiltInInstruments.phq8.score(answers: [2, 1, 3, 2, 0, 1, 1, 0]).value, 10)
    XCTAssertEqual(BuiltInInstruments.phq2.score(answers: [2, 1]).value, 3)
  }

  /// The usual rule (Kroenke et al. 2010, unverified): up to 2 of 9 missing, mean of answered × 9.
  func testPHQ9IsProratedOnlyWhenAsked() throws {
    let answers: [Int?] = [2, 1, 3, 2, nil, 1, 1, 0, 0]
    XCTAssertNil(phq9.score(answers: answers).value)
    let rule = try XCTUnwrap(phq9.missingItemRule(named: "prorated"))
    XCTAssertEqual(rule.source?.isVerified, false)
    // 10 × 9 / 8 = 11.25.
    let score = phq9.score(answers: answers, missingItems: rule)
    XCTAssertEqual(score.value, 11)
    XCTAssertEqual(score.note, "prorated, 8 of 9 answered")
    let two = phq9.score(answers: [2, 1, 3, 2, nil, nil, 1, 0, 0], missingItems: rule)
    XCTAssertEqual(two.value, 12)  // 9 × 9 / 7 = 11.57
    let three = phq9.score(answers: [2, 1, 3, 2, nil, nil, nil, 0, 0], missingItems: rule)
    XCTAssertNil(three.value)
  }

  func testBandsOfPHQ8EndAtItsHighestScore() {
    XCTAssertEqual(BuiltInInstruments.phq8.band(for: 24)?.label, "severe")
    XCTAssertNil(BuiltInInstruments.phq8.band(for: 25))
  }

  /// NHS Talking Therapies: caseness from 10, reliable change from 6.
  func testNHSThresholds() {
    let caseness = phq9.threshold(.case)
    XCTAssertEqual([9, 10].map { caseness?.isMet(by: $0) }, [false, true])
    let reliable = phq9.threshold(.reliableChange)
    XCTAssertEqual([5, 6].map { reliable?.isMet(by: $0) }, [false, true])
  }
}
