import Records
import TestSupport
import XCTest

final class AssessmentTests: XCTestCase {
  func testAnswersAsText() {
    XCTAssertEqual(AnswerText.text([2, 1, 0, nil, 3]), "2 1 0 . 3")
    XCTAssertEqual(AnswerText.text([nil]), ".")
    XCTAssertEqual(AnswerText.text([]), "")
  }

  func testAnswersAreReadWithSpacesOrCommas() {
    XCTAssertEqual(AnswerText.parse("2 1 0 . 3"), [2, 1, 0, nil, 3])
    XCTAssertEqual(AnswerText.parse("2,1,0,.,3"), [2, 1, 0, nil, 3])
    XCTAssertEqual(AnswerText.parse(" 2, 1 ,,30 "), [2, 1, 30])
    XCTAssertEqual(AnswerText.parse("-1"), [-1])
    XCTAssertEqual(AnswerText.parse(""), [])
  }

  func testWhatAreNoAnswers() {
    for text in ["x", "1 x", "1.5", "..", "+1", "1;2", "1\t2", "99999999999999999999"] {
      XCTAssertNil(AnswerText.parse(text), text)
    }
  }

  func testValuesAreInTheOrderOfTheFile() throws {
    var assessment = Assessment(
      participant: try SampleProgram.participant("P1"),
      timepoint: try SampleProgram.timepoint("day30"),
      instrument: try SampleProgram.instrument("ucla-3"),
      date: try SampleProgram.date("2026-01-31"),
      answers: [1, nil, 3], score: nil, action: .correct,
      recordedAt: try SampleProgram.timestamp("2026-02-03T04:05:06Z"), recordedBy: "ada",
      reason: "typed twice")
    XCTAssertEqual(
      assessment.values,
      [
        "P1", "day30", "ucla-3", "2026-01-31", "1 . 3", "", "correct", "2026-02-03T04:05:06Z",
        "ada",
        "typed twice", "",
      ])
    (assessment.answers, assessment.score) = (nil, 7)
    XCTAssertEqual(assessment.values[4...5], ["", "7"])
    assessment.score = 18.59
    XCTAssertEqual(assessment.values[5], "18.59")
  }
}
