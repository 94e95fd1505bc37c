import Instruments
import Records
import XCTest

@testable import Commands

final class VisitLinesTests: XCTestCase {
  private func lines(_ fates: [InventedVisit.Fate]) throws -> [Assessment] {
    var generator = SeededGenerator(seed: 2)
    let record = VisitLines(
      participant: try XCTUnwrap(ParticipantID(rawValue: "P001")),
      timepoint: try XCTUnwrap(TimepointID(rawValue: "day30")), isBaseline: false,
      date: try XCTUnwrap(CalendarDate("2025-01-20")),
      visit: InventedVisit(delay: 0, second: 3600 * 10, fates: fates))
    var lines: [Assessment] = []
    record.append(
      scores: [7, 2, 10, 21], forms: InventedMeasure.all.map(FilledForms.init), to: &lines,
      using: &generator)
    return lines
  }

  func testCompleteFormsAreRecordedInTheOrderOfTheProgram() throws {
    let lines = try lines([.complete, .complete, .complete, .complete])
    XCTAssertEqual(lines.map(\.score), [7, 2, 10, 21])
    XCTAssertEqual(
      lines.map(\.instrument.rawValue), ["ucla-3", "phq-2", "gad-7", "healthy-days"])
    XCTAssertEqual(Set(lines.map(\.action)), [.record])
    XCTAssertEqual(Set(lines.map(\.recordedAt.description)), ["2025-01-20T10:00:00Z"])
    XCTAssertEqual(Set(lines.map(\.recordedBy)), ["demo"])
  }

  func testAFormWithAMissingItemIsKeptWithoutAScore() throws {
    let lines = try lines([.itemMissing, .complete, .complete, .complete])
    XCTAssertNil(lines[0].score)
    XCTAssertEqual(lines[0].answers?.count { $0 == nil }, 1)
    XCTAssertEqual(lines.count, 4)
  }

  func testACorrectionFollowsAWrongRecord() throws {
    let lines = try lines([.complete, .complete, .corrected, .complete])
    XCTAssertEqual(lines.map(\.action), [.record, .record, .record, .record, .correct])
    XCTAssertEqual(lines[4].instrument, lines[2].instrument)
    XCTAssertNotEqual(lines[4].answers, lines[2].answers)
    XCTAssertEqual(lines[4].score, 10)
    XCTAssertEqual(lines[4].date, lines[2].date)
    XCTAssertEqual(lines[4].recordedAt.description, "2025-01-22T10:00:00Z")
    XCTAssertEqual(lines[4].reason, "one answer was typed wrongly")
  }

  func testAVoidHoldsNeitherAnswersNorScore() throws {
    let lines = try lines([.complete, .voided, .complete, .complete])
    XCTAssertEqual(lines.map(\.action), [.record, .record, .record, .record, .void])
    XCTAssertEqual(lines[1].score, 2)
    XCTAssertEqual(lines[4].instrument, lines[1].instrument)
    XCTAssertNil(lines[4].answers)
    XCTAssertNil(lines[4].score)
    XCTAssertEqual(lines[4].reason, "filled in by somebody else")
  }
}
