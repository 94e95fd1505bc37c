import XCTest

@testable import Instruments

final class GeneralizedAnxietyTests: XCTestCase {
  /// PHQ and GAD-7 instructions: seven items of 0 to 3, summed; 15 is severe already.
  func testGAD7AndItsBands() {
    let gad7 = BuiltInInstruments.gad7
    XCTAssertEqual(gad7.score(answers: [3, 3, 2, 2, 1, 2, 2]).value, 15)
    XCTAssertEqual(
      [4, 5, 9, 10, 14, 15, 21].map { gad7.band(for: $0)?.label },
      ["minimal", "mild", "mild", "moderate", "moderate", "severe", "severe"])
  }

  /// NHS Talking Therapies: caseness from 8, reliable change from 4.
  func testNHSThresholds() {
    XCTAssertEqual(
      BuiltInInstruments.gad7.threshold(.case).map { [$0.isMet(by: 7), $0.isMet(by: 8)] },
      [false, true])
    XCTAssertEqual(BuiltInInstruments.gad7.threshold(.reliableChange)?.value, 4)
  }

  func testGAD2IsTheFirstTwoItems() {
    XCTAssertEqual(BuiltInInstruments.gad2.score(answers: [3, 0]).value, 3)
    XCTAssertEqual(
      BuiltInInstruments.gad2.items.map(\.text),
      BuiltInInstruments.gad7.items.prefix(2).map(\.text))
  }

  /// Zorowitz 2021, Lancet Psychiatry 8:180, names the misprint “Not at all sure”.
  func testCodeZeroIsNotAtAll() {
    XCTAssertEqual(BuiltInInstruments.gad7.items.first?.answers.labels.first, "Not at all")
  }
}
