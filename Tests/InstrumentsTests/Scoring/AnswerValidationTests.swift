import XCTest

@testable import Instruments

final class AnswerValidationTests: XCTestCase {
  func testEveryProblemIsListed() {
    let problems = BuiltInInstruments.gad7.validate(answers: [0, 4, nil, -1, 3, 0])
    XCTAssertEqual(
      problems.map(\.text),
      [
        """
        too few answers: GAD-7 has 7 items, found 6
          give one answer for each item, and “.” for an item that was not answered
        """,
        """
        4 is not an answer to GAD-7 item 2 (Not being able to stop or control worrying)
          allowed: 0 Not at all, 1 Several days, 2 More than half the days, 3 Nearly every day
        """,
        """
        -1 is not an answer to GAD-7 item 4 (Trouble relaxing)
          allowed: 0 Not at all, 1 Several days, 2 More than half the days, 3 Nearly every day
        """,
      ])
  }

  func testItemWithoutFreeWordingIsNamedByItsTopic() {
    XCTAssertEqual(
      BuiltInInstruments.ucla3.validate(answers: [1, 0, 3, 3]).map(\.text),
      [
        """
        too many answers: UCLA-3 has 3 items, found 4
          give one answer for each item, and “.” for an item that was not answered
        """,
        """
        0 is not an answer to UCLA-3 item 2 (feeling left out)
          allowed: 1 hardly ever or never, 2 some of the time, 3 often
        """,
      ])
  }

  /// The codes of CDC's survey files, which mean none, don't know and refused.
  func testSurveyCodesForDaysAreRefused() {
    for code in [77, 88, 99] {
      let problems = BuiltInInstruments.healthyDays.validate(answers: [code, 30])
      XCTAssertEqual(problems.map(\.remedy), ["allowed: 0 to 30"])
    }
  }

  func testMissingAnswersAreNoProblem() {
    XCTAssertEqual(BuiltInInstruments.phq2.validate(answers: [nil, nil]), [])
  }

  func testInstrumentEnteredAsTotalTakesNoAnswers() throws {
    let problems = try FixtureFiles.instrument("bdi-ii.json").validate(answers: [1])
    XCTAssertEqual(
      problems.map(\.text),
      [
        """
        BDI-II is entered as a total; its items are not recorded
          enter the total score, 0 to 63
        """
      ])
  }

  func testItemNameOutsideTheFormIsJustItsNumber() {
    XCTAssertEqual(BuiltInInstruments.phq2.itemName(3), "item 3")
  }
}
