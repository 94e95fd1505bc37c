import XCTest

@testable import Instruments

/// The problems themselves are held by the broken files of `InstrumentReadingTests`.
final class ConsistencyTests: XCTestCase {
  func testEveryBuiltInInstrumentFitsTogether() {
    for instrument in BuiltInInstruments.all {
      XCTAssertEqual(instrument.inconsistencies(), [], instrument.name)
    }
  }

  func testGapIsMeasuredInStepsOfTheScore() {
    func bands(_ second: Double) -> [Inconsistency] {
      let who5 = BuiltInInstruments.who5
      return Instrument(
        id: who5.id, name: who5.name, title: who5.title, construct: who5.construct,
        direction: who5.direction, items: who5.items, scoring: who5.scoring, range: who5.range,
        bands: [Band("low", from: 0, through: 48), Band("high", from: second, through: 100)]
      ).inconsistencies()
    }
    XCTAssertEqual(bands(52), [])
    XCTAssertEqual(bands(56).map(\.key), ["bands[1].from"])
  }
}
