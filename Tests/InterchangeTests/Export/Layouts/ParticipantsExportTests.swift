import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

final class ParticipantsExportTests: XCTestCase {
  func testExampleIsTheGoldenFile() throws {
    let table = try ExampleStore.lines().table()
    try Golden.check(collect(ParticipantsExport(table).write), "export/participants.json")
  }

  func testWhatIsWrittenReadsBackAsTheLinesThatCount() throws {
    try eachSeed(0..<(Fixtures.areSearchesLong ? 40 : 15)) { generator in
      let lines = try RandomStore.lines(&generator)
      let json = try PlainJSON.elements(collect(ParticipantsExport(lines.table()).write))
      let counting = Dictionary(grouping: lines.counting, by: \.participant)
      XCTAssertEqual(json, lines.people.map { object($0, counting[$0.id] ?? [], lines) })
    }
  }

  func testProgramWithoutAttributesHasAnEmptyObjectOfThem() throws {
    let lines = try ExampleStore.linesWithoutAttributes()
    XCTAssertEqual(
      String(decoding: try collect(ParticipantsExport(lines.table()).write), as: UTF8.self),
      """
      [
      {"participant":"Zoë-1","enrolled_on":"2026-01-05","attributes":{},"timepoints":[]}
      ]

      """)
  }

  /// What a participant's object should be.
  private func object(
    _ person: Participant, _ assessments: [Assessment], _ lines: StoreRecords
  ) -> JSONValue {
    let attributes = zip(lines.program.settings.attributes, person.attributes).map {
      JSONMember($0, $1.isEmpty ? .null : .string($1))
    }
    let timepoints = lines.program.timepoints.compactMap { timepoint -> JSONValue? in
      let here = assessments.filter { $0.timepoint == timepoint.id }
      guard !here.isEmpty else { return nil }
      return .object([
        "timepoint": .string(timepoint.id.rawValue),
        "day": .integer(timepoint.day),
        "instruments": .array(here.map { object($0, lines) }),
      ])
    }
    let withdrawal = person.withdrawnOn.map {
      JSONMember("withdrawn_on", .string($0.description))
    }
    return .object(
      [
        JSONMember("participant", .string(person.id.rawValue)),
        JSONMember("enrolled_on", .string(person.enrolledOn.description)), withdrawal,
        JSONMember("attributes", .object(attributes)), JSONMember("timepoints", .array(timepoints)),
      ].compactMap { $0 })
  }

  private func object(_ assessment: Assessment, _ lines: StoreRecords) -> JSONValue {
    let instrument = lines.program.instrument(assessment.instrument)
    let band = assessment.score.flatMap { score in
      instrument?.bands.first { $0.from...$0.through ~= score }?.label
    }
    let answers = assessment.answers.map { answers in
      JSONMember("answers", .array(answers.map { $0.map(JSONValue.integer) ?? .null }))
    }
    return .object(
      [
        JSONMember("instrument", .string(assessment.instrument.rawValue)),
        JSONMember("date", .string(assessment.date.description)), answers,
        JSONMember("score", .optional(assessment.score)), JSONMember("band", .optional(band)),
      ].compactMap { $0 })
  }
}
