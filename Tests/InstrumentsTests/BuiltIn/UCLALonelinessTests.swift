import XCTest

@testable import Instruments

final class UCLALonelinessTests: XCTestCase {
  /// Hughes et al. 2004: three items of 1 to 3, summed.
  func testUCLA3IsThePlainSum() {
    XCTAssertEqual(BuiltInInstruments.ucla3.score(answers: [1, 1, 1]).value, 3)
    XCTAssertEqual(BuiltInInstruments.ucla3.score(answers: [3, 2, 1]).value, 6)
    XCTAssertEqual(BuiltInInstruments.ucla3.band(for: 5)?.label, "not lonely")
    XCTAssertEqual(BuiltInInstruments.ucla3.band(for: 6)?.label, "lonely")
  }

  /// Hays and DiMatteo 1987: items 3 and 6 are turned around.
  func testULS8TurnsItemsThreeAndSixAround() {
    XCTAssertEqual(BuiltInInstruments.uls8.score(answers: [1, 1, 4, 1, 1, 4, 1, 1]).value, 8)
    XCTAssertEqual(BuiltInInstruments.uls8.score(answers: [4, 4, 1, 4, 4, 1, 4, 4]).value, 32)
    XCTAssertEqual(
      BuiltInInstruments.uls8.score(answers: Array(repeating: 1, count: 8)).value, 6 * 1 + 2 * 4)
  }

  /// Russell 1996: items 1, 5, 6, 9, 10, 15, 16, 19 and 20 are turned around.
  func testUCLA20TurnsNineItemsAround() {
    let ucla20 = BuiltInInstruments.ucla20
    XCTAssertEqual(
      ucla20.score(answers: Array(repeating: 1, count: 20)).value, 9 * 4 + 11 * 1)
    XCTAssertEqual(
      ucla20.score(answers: Array(repeating: 4, count: 20)).value, 9 * 1 + 11 * 4)
    let loneliest = (1...20).map { [1, 5, 6, 9, 10, 15, 16, 19, 20].contains($0) ? 1 : 4 }
    XCTAssertEqual(ucla20.score(answers: loneliest).value, 80)
  }

  /// Jacobson and Truax 1991: 1.96 × √2 × SD × √(1 − r), rounded up to whole points.
  func testReliableChangesFollowFromTheirInputs() {
    func points(_ deviation: Double, _ reliability: Double) -> Double {
      (1.96 * 2.0.squareRoot() * deviation * (1 - reliability).squareRoot()).rounded(.up)
    }
    func changes(_ instrument: Instrument) -> [Double] {
      instrument.thresholds.filter { $0.kind == .reliableChange }.map(\.value)
    }
    XCTAssertEqual(changes(BuiltInInstruments.ucla3), [points(1.5, 0.72)])
    XCTAssertEqual(changes(BuiltInInstruments.uls8), [points(4.32, 0.84)])
    XCTAssertEqual(changes(BuiltInInstruments.ucla20), [points(9.5, 0.89), points(9.5, 0.73)])
  }
}
