import Foundation
import Text
import XCTest

@testable import Instruments

final class InstrumentWritingTests: XCTestCase {
  func testEveryBuiltInInstrumentReadsBackEqual() throws {
    for instrument in BuiltInInstruments.all {
      let printed = JSONWriter.pretty(instrument.json)
      let json = try JSONDocument.parse(Array(printed.utf8), file: instrument.name)
      XCTAssertEqual(try Instrument(reading: json, file: instrument.name), instrument)
    }
  }

  func testFilesReadBackEqual() throws {
    for name in ["bdi-ii.json", "hope-5.json"] {
      let instrument = try FixtureFiles.instrument(name)
      XCTAssertEqual(try Instrument(reading: instrument.json, file: name), instrument)
    }
  }

  func testAFileInTheOrderOfTheKeysIsPrintedAsItStands() throws {
    let printed = JSONWriter.pretty(try FixtureFiles.instrument("bdi-ii.json").json) + "\n"
    XCTAssertEqual(printed, String(decoding: try FixtureFiles.bytes("bdi-ii.json"), as: UTF8.self))
  }

  func testKeysAlwaysComeInTheSameOrder() throws {
    guard case .object(let members) = BuiltInInstruments.phq9.json else { return XCTFail() }
    XCTAssertEqual(
      members.map(\.key),
      [
        "schema", "id", "name", "title", "construct", "direction", "recall", "stem", "answers",
        "items", "range", "missing_items", "bands", "bands_source", "thresholds",
        "reliabilities", "risk_items", "loinc", "permission", "cautions", "source",
      ])
  }
}
