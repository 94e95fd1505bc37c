import Foundation
import Text
import XCTest

@testable import Instruments

final class InstrumentReadingTests: XCTestCase {
  func testTotalOnlyInstrumentNeedsNothingButItsRange() throws {
    let instrument = try FixtureFiles.instrument("bdi-ii.json")
    XCTAssertEqual(instrument.name, "BDI-II")
    XCTAssertEqual(instrument.scoring, .entered(fractions: false))
    XCTAssertEqual(instrument.range, 0...63)
    XCTAssertTrue(instrument.isEnteredAsTotal)
    XCTAssertEqual(instrument.validate(score: 14.5).count, 1)
  }

  func testItemsShareAnswersAndMayHaveTheirOwn() throws {
    let hope = try FixtureFiles.instrument("hope-5.json")
    XCTAssertEqual(hope.range, 0...15)
    XCTAssertEqual(hope.items.map(\.answers.codes), [0...3, 0...3, 0...3, 0...3, 0...10])
    // Worked by hand: 2 + (3 − 1) + 3 + (3 − 0) and 8 of 10, which is worth 2.
    XCTAssertEqual(hope.score(answers: [2, 1, 3, 0, 8]).value, 12)
    XCTAssertEqual(hope.band(for: 12)?.label, "much hope")
    XCTAssertEqual(hope.attention(answers: [nil, nil, nil, 3, nil]).answers.map(\.item), [4])
    XCTAssertEqual(hope.bandsSource?.verification, .unverified)
    XCTAssertEqual(hope.thresholds.map(\.source.verification), [.read])
    XCTAssertEqual(hope.thresholds.map(\.value), [3])
    XCTAssertEqual(hope.thresholds.map(\.valueForWorse), [2])
    XCTAssertEqual(hope.reliabilities.map(\.kind), [.retest])
    XCTAssertEqual(hope.reliabilities.map(\.value), [0.81])
    XCTAssertEqual(hope.reliabilities.map(\.source.verification), [.unverified])
  }

  func testProratingOfAProgramsOwnInstrument() throws {
    let hope = try FixtureFiles.instrument("hope-5.json")
    let rule = try XCTUnwrap(hope.missingItemRule(named: "prorated"))
    // 2 + 2 + 3 + 3 points on four items: 10 × 5 / 4 = 12.5, rounded to 13.
    let score = hope.score(answers: [2, 1, 3, 0, nil], missingItems: rule)
    XCTAssertEqual(score.value, 13)
    XCTAssertEqual(score.note, "prorated, 4 of 5 answered")
  }

  func testTotalWithDecimals() throws {
    let json = JSONValue.object([
      "schema": .string("outcomes.instrument/1"), "id": .string("sf-12-pcs"),
      "name": .string("SF-12 PCS"), "title": .string("Physical component"),
      "construct": .string("physical health"), "direction": .string("higher_is_better"),
      "metric": .string("t_score"), "range": .array([.number(0), .number(100)]),
      "scoring": .object(["rule": .string("entered"), "fractions": .bool(true)]),
    ])
    let instrument = try Instrument(reading: json, file: "sf-12-pcs.json")
    XCTAssertEqual(instrument.validate(score: 43.7), [])
    XCTAssertFalse(instrument.metric.allowsPercentChange)
  }

  /// Each broken file stands beside the messages it must give.
  func testEveryBrokenFileGivesItsMessages() throws {
    let folder = FixtureFiles.folder.appending(path: "Broken")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".json") }.sorted()
    XCTAssertEqual(files.count, 14)
    for file in files {
      let expected = try FixtureFiles.bytes("Broken/\(file.dropLast(5)).txt")
      let found = try FixtureFiles.messages("Broken/\(file)")
      XCTAssertEqual(found, String(decoding: expected, as: UTF8.self), file)
    }
  }
}
