import Instruments
import Records
import XCTest

final class ValuationTests: XCTestCase {
  /// HM Treasury 2021: GBP 13,000 a point and year in 2019 prices; a quarter of a year for 90 days.
  func testTheValuationThatIsOffered() {
    let valuation = Valuation.wellby2021(instrument: BuiltInInstruments.onsLifeSatisfaction.id)
    XCTAssertEqual(valuation.rate, 13_000)
    XCTAssertEqual(valuation.currency, "GBP")
    XCTAssertEqual(valuation.priceYear, "2019")
    XCTAssertEqual(valuation.persistenceYears, 0.25)
    XCTAssertTrue(valuation.source.contains("as quoted by"), valuation.source)
  }
}
