import XCTest

@testable import Instruments

final class BuiltInInstrumentsTests: XCTestCase {
  func testAllOfThemInOrder() {
    XCTAssertEqual(
      BuiltInInstruments.all.map(\.id.rawValue),
      [
        "ucla-3", "uls-8", "ucla-20", "djg-6", "djg-11", "phq-2", "phq-8", "phq-9", "gad-2",
        "gad-7", "healthy-days", "hrqol-4", "who-5", "swemwbs", "k6", "k10", "promis-gmh",
        "promis-gph", "ons-life-satisfaction",
      ])
  }

  func testEveryIDIsValidAndFindsItsInstrument() {
    for instrument in BuiltInInstruments.all {
      let id = InstrumentID(rawValue: instrument.id.rawValue)
      XCTAssertEqual(id.flatMap(BuiltInInstruments.instrument)?.name, instrument.name)
    }
    XCTAssertNil(InstrumentID(rawValue: "ucla-10").flatMap(BuiltInInstruments.instrument))
  }

  /// Instrument notes, section 19: only these may be reproduced freely.
  func testOnlyFreeWordingIsShipped() {
    let free = ["phq-2", "phq-8", "phq-9", "gad-2", "gad-7", "healthy-days", "hrqol-4"]
    for instrument in BuiltInInstruments.all {
      let isFree = free.contains(instrument.id.rawValue)
      XCTAssertEqual(instrument.items.allSatisfy { $0.text != nil }, isFree, instrument.name)
      XCTAssertEqual(instrument.items.allSatisfy { $0.topic == nil }, isFree, instrument.name)
      XCTAssertTrue(isFree || instrument.stem == nil, instrument.name)
      XCTAssertNotNil(instrument.permission, instrument.name)
    }
  }

  func testEveryFactHasASource() {
    for instrument in BuiltInInstruments.all {
      XCTAssertNotNil(instrument.source, instrument.name)
      XCTAssertEqual(instrument.bands.isEmpty, instrument.bandsSource == nil, instrument.name)
      XCTAssertTrue(instrument.missingItemRules.allSatisfy { $0.source != nil }, instrument.name)
    }
  }

  /// Instrument notes, sections 1, 2 and 8: .89 to .94 over one year .73 (Russell 1996, read), the
  /// others as they are widely repeated.
  func testReliabilitiesAreThePublishedOnes() {
    let known = BuiltInInstruments.all.filter { !$0.reliabilities.isEmpty }
    XCTAssertEqual(known.map(\.id.rawValue), ["ucla-3", "uls-8", "ucla-20", "phq-9", "gad-7"])
    XCTAssertEqual(
      known.map { $0.reliabilities.map(\.value) },
      [[0.72], [0.84], [0.89, 0.73], [0.89, 0.86, 0.84], [0.92, 0.83]])
    XCTAssertEqual(
      known.map { $0.reliabilities.allSatisfy(\.source.isVerified) },
      [false, false, true, false, false])
    XCTAssertTrue(known.allSatisfy { $0.reliabilities[0].kind == .cronbachAlpha })
  }

  /// LOINC check digits are Luhn's over the digits before the hyphen (LOINC Users' Guide), so that
  /// a slip of the pen shows.
  func testLOINCCodesHaveTheirCheckDigit() {
    for code in BuiltInInstruments.all.flatMap(codes) {
      let digits = code.compactMap(\.wholeNumberValue)
      let doubled = digits.dropLast().reversed().enumerated().map { index, digit in
        index.isMultiple(of: 2) ? (digit * 2) / 10 + (digit * 2) % 10 : digit
      }
      XCTAssertEqual((doubled.reduce(0, +) + (digits.last ?? 0)) % 10, 0, code)
    }
  }

  private func codes(of instrument: Instrument) -> [String] {
    let own = [instrument.loinc.panel, instrument.loinc.score]
    return (own + instrument.items.map(\.loinc)).compactMap { $0 }
  }
}
