import Instruments
import XCTest

@testable import Commands

final class InventedMeasureTests: XCTestCase {
  func testInstrumentsAreThoseOfTheStudy() {
    XCTAssertEqual(
      InventedMeasure.all.map(\.instrument.id.rawValue),
      ["ucla-3", "phq-2", "gad-7", "healthy-days"])
    XCTAssertEqual(InventedMeasure.all.map(\.range), [3...9, 0...6, 0...21, 0...30])
  }

  /// Percent changes as published (Bravata et al. 2023, doi 10.2196/48864).
  func testChangesAreThoseOfTheStudy() {
    let changes = InventedMeasure.all.map { $0.remaining.map { 100 * ($0 - 1) } }
    XCTAssertEqual(changes[0][0], -11.6, accuracy: 1e-9)
    XCTAssertEqual(changes[0][1], -13.1, accuracy: 1e-9, "halfway between days 30 and 90")
    XCTAssertEqual(changes[0][2], -14.6, accuracy: 1e-9)
    XCTAssertEqual(changes[1][2], -50.1, accuracy: 1e-9)
    XCTAssertEqual(changes[2][2], -29, accuracy: 1e-9)
    XCTAssertEqual(changes[3][2], -13, accuracy: 0.005)
  }

  func testUnhealthyDaysAvoidedAreWorthThePublishedSavings() {
    let days = InventedMeasure.all[3]
    let avoided = days.baselineMean * (1 - days.remaining[2])
    XCTAssertEqual(avoided * 15.64 * 12, 615, accuracy: 1e-9)
  }

  func testUnpublishedChangesLieOnAStraightLine() {
    for measure in InventedMeasure.all.dropFirst() {
      let change = measure.remaining.map { 1 - $0 }
      XCTAssertEqual(change[0] * 3, change[2], accuracy: 1e-12)
      XCTAssertEqual(change[1] * 3, change[2] * 2, accuracy: 1e-12)
    }
  }
}
