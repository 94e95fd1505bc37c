import XCTest

@testable import Instruments

final class ScoreValidationTests: XCTestCase {
  private func problems(_ instrument: Instrument, _ score: Double) -> String {
    instrument.validate(score: score).map(\.text).joined(separator: "\n")
  }

  func testScoresThatCanBeReachedAreAccepted() throws {
    let accepted: [(Instrument, [Double])] = [
      (BuiltInInstruments.phq9, [0, 27]), (BuiltInInstruments.who5, [0, 48, 100]),
      (BuiltInInstruments.swemwbs, [7, 18.59, 35]), (BuiltInInstruments.healthyDays, [0, 30]),
      (BuiltInInstruments.promisMentalHealth, [21.2, 67.6]),
      (try FixtureFiles.instrument("bdi-ii.json"), [0, 63]),
    ]
    for (instrument, scores) in accepted {
      for score in scores { XCTAssertEqual(problems(instrument, score), "") }
    }
  }

  func testScoreOutsideTheRange() {
    for (score, shown) in [(28, "28"), (-1, "-1"), (.nan, "nan"), (.infinity, "inf")] {
      XCTAssertEqual(
        problems(BuiltInInstruments.phq9, score),
        "\(shown) is outside the range of PHQ-9\n  0 to 27")
    }
  }

  func testScoreWithDecimalsWhereScoresAreWhole() {
    XCTAssertEqual(
      problems(BuiltInInstruments.ucla3, 4.5),
      "UCLA-3 cannot have the score 4.5\n  its scores are whole numbers from 3 to 9")
    XCTAssertEqual(
      problems(BuiltInInstruments.healthyDays, 4.5),
      "Healthy Days cannot have the score 4.5\n  its scores are whole numbers from 0 to 30")
  }

  func testRawTotalWhereAMultipleBelongs() {
    XCTAssertEqual(
      problems(BuiltInInstruments.who5, 13),
      """
      WHO-5 cannot have the score 13
        its scores are multiples of 4 from 0 to 100: multiply the sum of the items by 4
      """)
  }

  func testRawTotalWhereAConvertedScoreBelongs() {
    XCTAssertEqual(
      problems(BuiltInInstruments.swemwbs, 20),
      """
      SWEMWBS cannot have the score 20: it is not in the conversion table
        a sum of 20 is converted to 18.59
      """)
  }

  func testScoreBetweenTwoRowsOfATable() {
    XCTAssertEqual(
      problems(BuiltInInstruments.promisMentalHealth, 50),
      """
      PROMIS GMH cannot have the score 50: it is not in the conversion table
        the nearest scores are 48.3 and 50.8
      """)
  }
}
