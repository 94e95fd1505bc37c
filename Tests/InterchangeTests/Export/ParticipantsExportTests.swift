import Records
import Text
import XCTest

@testable import Interchange

final class ParticipantsExportTests: XCTestCase {
  func testExampleIsTheGoldenFile() throws {
    let table = try ExampleStore.lines().table()
    try Goldens.check(collect(ParticipantsExport(table).write), "participants.json")
  }

  func testWhatIsWrittenReadsBackAsTheLinesThatCount() throws {
    try withEverySeed(0..<40) { generator in
      let lines = try RandomStore.lines(&generator)
      let json = try PlainJSON.elements(collect(ParticipantsExport(lines.table()).write))
      let counting = Dictionary(grouping: lines.counting, by: \.participant)
      XCTAssertEqual(json, lines.people.map { object($0, counting[$0.id] ?? [], lines) })
    }
  }

  func testProgramWithoutAttributesHasAnEmptyObjectOfThem() throws {
    let program = try ExampleStore.lines().program
    var settings = program.settings
    settings.attributes = []
    var lines = StoreLines(
      program: try Program(settings: settings, available: program.instruments, file: "p"))
    lines.events = try ExampleStore.lines().events.prefix(1).map { event in
      var event = event
      event.attributes = []
      return event
    }
    XCTAssertEqual(
      String(decoding: try collect(ParticipantsExport(lines.table()).write), as: UTF8.self),
      """
      [
      {"participant":"Zoë-1","enrolled_on":"2026-01-05","attributes":{},"timepoints":[]}
      ]

      """)
  }

  /// What a participant's object should be, its members in the order of their keys.
  private func object(
    _ person: Participant, _ assessments: [Assessment], _ lines: StoreLines
  ) -> JSONValue {
    let attributes = zip(lines.program.settings.attributes, person.attributes).map {
      JSONMember($0, $1.isEmpty ? .null : .string($1))
    }
    let timepoints = lines.program.timepoints.compactMap { timepoint -> JSONValue? in
      let here = assessments.filter { $0.timepoint == timepoint.id }
      guard !here.isEmpty else { return nil }
      return .object([
        "day": .integer(timepoint.day),
        "instruments": .array(here.map { object($0, lines) }),
        "timepoint": .string(timepoint.id.rawValue),
      ])
    }
    var members = [
      JSONMember("attributes", .object(attributes.sorted { $0.key < $1.key })),
      JSONMember("enrolled_on", .string(person.enrolledOn.description)),
      JSONMember("participant", .string(person.id.rawValue)),
      JSONMember("timepoints", .array(timepoints)),
    ]
    if let date = person.withdrawnOn {
      members.append(JSONMember("withdrawn_on", .string(date.description)))
    }
    return .object(members)
  }

  private func object(_ assessment: Assessment, _ lines: StoreLines) -> JSONValue {
    let instrument = lines.program.instrument(assessment.instrument)
    let band = assessment.score.flatMap { score in
      instrument?.bands.first { $0.from...$0.through ~= score }?.label
    }
    var members = [
      JSONMember("band", .optional(band)),
      JSONMember("date", .string(assessment.date.description)),
      JSONMember("instrument", .string(assessment.instrument.rawValue)),
      JSONMember("score", .optional(assessment.score)),
    ]
    if let answers = assessment.answers {
      let codes = answers.map { $0.map(JSONValue.integer) ?? .null }
      members.insert(JSONMember("answers", .array(codes)), at: 0)
    }
    return .object(members)
  }
}
