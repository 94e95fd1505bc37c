import Foundation
import Instruments
import Records
import Text
import XCTest

@testable import Commands

final class InventedBlockTests: XCTestCase {
  private let block = InventedCohort(participants: 815).block(0)

  func testLinesAreTheValuesOfTheRecords() {
    let assessments = block.assessments.map { $0.values.joined(separator: ",") }
    XCTAssertEqual(text(block.lines(.csv).scores), assessments)
    let events = block.events.map { $0.values.joined(separator: ",") }
    XCTAssertEqual(text(block.lines(.csv).participants), events)
  }

  func testJSONLinesCarryTheSameValuesAsCSV() throws {
    let (csv, json) = (block.lines(.csv), block.lines(.json))
    try assertSameValues(csv.scores, json.scores, InventedCohort.scoresWriter(.csv).schema)
    try assertSameValues(
      csv.participants, json.participants, InventedCohort.participantsWriter(.csv).schema)
  }

  func testEveryScoreIsTheScoringEngines() throws {
    for assessment in block.assessments where assessment.action != .void {
      let instrument = try XCTUnwrap(BuiltInInstruments.instrument(assessment.instrument))
      let answers = try XCTUnwrap(assessment.answers)
      XCTAssertEqual(instrument.validate(answers: answers), [])
      XCTAssertEqual(instrument.score(answers: answers).value, assessment.score)
    }
  }

  func testEveryKeyIsRecordedOnceAndRevisedOnlyAfterThat() {
    let histories = Dictionary(grouping: block.assessments) {
      [$0.participant.rawValue, $0.timepoint.rawValue, $0.instrument.rawValue]
    }
    for history in histories.values {
      XCTAssertEqual(history.first?.action, .record)
      XCTAssertEqual(history.count { $0.action == .record }, 1)
      XCTAssertLessThanOrEqual(history.count, 2)
      XCTAssertTrue(history.allSatisfy { $0.reason.isEmpty == ($0.action == .record) })
    }
    XCTAssertTrue(5...20 ~= block.assessments.count { $0.action == .correct })
    XCTAssertTrue(1...2 ~= block.assessments.count { $0.action == .void })
  }

  func testPeopleComeInTheOrderOfTheirIdsAndTheirLinesInTheOrderOfTime() {
    let ids = block.assessments.map(\.participant)
    XCTAssertEqual(ids, ids.sorted())
    XCTAssertEqual(block.events.map(\.participant), block.events.map(\.participant).sorted())
    for lines in Dictionary(grouping: block.assessments, by: \.participant).values {
      XCTAssertEqual(lines.map(\.recordedAt), lines.map(\.recordedAt).sorted())
    }
  }

  func testNobodyIsAssessedBeforeEnrollmentOrAfterWithdrawal() throws {
    let histories = Dictionary(grouping: block.events, by: \.participant)
    for assessment in block.assessments {
      let person = try XCTUnwrap(histories[assessment.participant].flatMap(Participant.init))
      XCTAssertGreaterThanOrEqual(assessment.date, person.enrolledOn)
      XCTAssertGreaterThanOrEqual(assessment.recordedAt.date, assessment.date)
      if let withdrawnOn = person.withdrawnOn {
        XCTAssertLessThan(assessment.date, withdrawnOn)
      }
    }
  }

  /// A few assessments are late, as `--in-window` is there to see.
  func testMostAssessmentsLieInTheirWindows() throws {
    let enrollments = Dictionary(grouping: block.events, by: \.participant)
    let timepoints = InventedCohort.settings(store: .csv).timepoints
    let outside = try block.assessments.filter { assessment in
      let timepoint = try XCTUnwrap(timepoints.first { $0.id == assessment.timepoint })
      let enrolledOn = try XCTUnwrap(enrollments[assessment.participant]?.first?.date)
      return !timepoint.contains(assessment.date, enrolledOn: enrolledOn)
    }
    let share = Double(outside.count) / Double(block.assessments.count)
    XCTAssertTrue(0.01...0.05 ~= share, "\(share)")
  }

  private func text(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// No value of the invented people needs quotation marks, so that commas cut a CSV line.
  private func assertSameValues(_ csv: [UInt8], _ json: [UInt8], _ schema: LineSchema) throws {
    let (csvLines, jsonLines) = (text(csv), text(json))
    XCTAssertEqual(csvLines.count, jsonLines.count)
    for (line, object) in zip(csvLines, jsonLines) {
      let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let parsed = try JSONSerialization.jsonObject(with: Data(object.utf8))
      let members = try XCTUnwrap(parsed as? [String: Any])
      XCTAssertEqual(members.count, values.count { !$0.isEmpty })
      for (column, value) in zip(schema.columns, values) where !value.isEmpty {
        switch column.kind {
        case .number: XCTAssertEqual(members[column.name] as? Double, Double(value))
        case .text: XCTAssertEqual(members[column.name] as? String, value)
        }
      }
    }
  }
}
