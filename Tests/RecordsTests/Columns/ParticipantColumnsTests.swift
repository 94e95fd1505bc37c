import Records
import TestSupport
import Text
import XCTest

final class ParticipantColumnsTests: XCTestCase {
  func testEverybodyHasANumberInTheOrderOfEnrollment() throws {
    let (table, strangers) = try table([
      "P2,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,north,65+,",
      "P1,2026-01-03,enroll,2026-01-03T10:00:00Z,ada,,south,,",
      "P2,2026-01-04,enroll,2026-01-04T10:00:00Z,ada,,,65+,",
    ])
    XCTAssertEqual(table.ids.texts, ["P2", "P1"])
    XCTAssertEqual(table.count, 2)
    XCTAssertEqual(table.enrolledOn.map(\.description), ["2026-01-04", "2026-01-03"])
    XCTAssertEqual(table.withdrawnOn, [nil, nil])
    XCTAssertEqual(strangers, [])
  }

  func testAttributesAreNumbersOfTheirValues() throws {
    let (table, _) = try table([
      "P1,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,north,65+,",
      "P2,2026-01-03,enroll,2026-01-03T10:00:00Z,ada,,,65+,",
      "P3,2026-01-03,enroll,2026-01-03T10:00:00Z,ada,,\"south, by the sea\",,",
      "P1,2026-01-02,update,2026-01-04T10:00:00Z,ada,moved,,65+,",
    ])
    XCTAssertEqual(
      table.attributeNames.map(\.texts), [["", "north", "south, by the sea"], ["", "65+"]])
    XCTAssertEqual(table.attributeValues, [[0, 0, 2], [1, 1, 0]])
    XCTAssertEqual(table.value(attribute: 0, participant: 2), "south, by the sea")
    XCTAssertEqual(table.value(attribute: 1, participant: 2), "")
  }

  func testACopyOfATableIsLeftAlone() throws {
    let (table, _) = try table([
      "P1,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,north,65+,"
    ])
    var longer = table
    _ = longer.add(
      try chunk([
        "P1,2026-01-02,update,2026-01-03T10:00:00Z,ada,,south,,",
        "P2,2026-01-04,enroll,2026-01-04T10:00:00Z,ada,,east,teen,",
      ]))
    XCTAssertEqual(table.ids.texts, ["P1"])
    XCTAssertEqual(table.attributeNames.map(\.texts), [["", "north"], ["", "65+"]])
    XCTAssertEqual(table.attributeValues, [[1], [1]])
    XCTAssertEqual(longer.ids.texts, ["P1", "P2"])
    XCTAssertEqual(
      longer.attributeNames.map(\.texts), [["", "north", "south", "east"], ["", "65+", "teen"]])
    XCTAssertEqual(longer.attributeValues, [[2, 3], [0, 2]])
  }

  func testWithdrawal() throws {
    let (table, _) = try table([
      "P1,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,,,",
      "P2,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,,,",
      "P1,2026-02-02,withdraw,2026-02-02T10:00:00Z,ada,moved,,,",
      "P2,2026-02-03,withdraw,2026-02-03T10:00:00Z,ada,moved,,,",
      "P2,2026-03-01,enroll,2026-03-01T10:00:00Z,ada,,,,",
    ])
    XCTAssertEqual(table.withdrawnOn.map { $0?.description }, ["2026-02-02", nil])
    XCTAssertEqual(table.enrolledOn.map(\.description), ["2026-01-02", "2026-03-01"])
  }

  func testWhoeverIsNotEnrolledYetIsAStranger() throws {
    let lines = [
      "P1,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,,,", "rubbish",
      "P7,2026-02-02,withdraw,2026-02-02T10:00:00Z,ada,moved,,,",
      "P8,2026-02-02,update,2026-02-02T10:00:00Z,ada,,,,",
      "P7,2026-03-02,enroll,2026-03-02T10:00:00Z,ada,,,,",
    ]
    let (table, strangers) = try table(lines)
    XCTAssertEqual(table.ids.texts, ["P1", "P7"])
    XCTAssertEqual(table.withdrawnOn, [nil, nil])
    XCTAssertEqual(
      strangers.dropFirst().map(\.text),
      [
        """
        participants.csv:3:1: nobody is enrolled as “P7” before this line
          a line that enrolls them must come first
        """,
        """
        participants.csv:4:1: nobody is enrolled as “P8” before this line
          a line that enrolls them must come first
        """,
      ])
  }

  /// All lines of a piece are looked up before anybody of it is added.
  func testAnIDThatRecursInOnePieceIsOnePerson() throws {
    let (table, strangers) = try table([
      "P9,2026-01-01,update,2026-01-01T10:00:00Z,ada,,,,",
      "P9,2026-01-02,enroll,2026-01-02T10:00:00Z,ada,,north,,",
      "P9,2026-01-03,enroll,2026-01-03T10:00:00Z,ada,,south,,",
      "P90,2026-01-04,enroll,2026-01-04T10:00:00Z,ada,,north,65+,",
      "P9,2026-01-03,update,2026-01-05T10:00:00Z,ada,moved,east,65+,",
      "P90,2026-02-01,withdraw,2026-02-01T10:00:00Z,ada,moved away,north,65+,",
    ])
    XCTAssertEqual(table.ids.texts, ["P9", "P90"])
    XCTAssertEqual(table.count, 2)
    XCTAssertEqual(table.enrolledOn.map(\.description), ["2026-01-03", "2026-01-04"])
    XCTAssertEqual(table.withdrawnOn.map { $0?.description }, [nil, "2026-02-01"])
    XCTAssertEqual(table.withdrawalReason(of: 1), "moved away")
    XCTAssertEqual(table.value(attribute: 0, participant: 0), "east")
    XCTAssertEqual(table.value(attribute: 1, participant: 0), "65+")
    XCTAssertEqual(strangers.map { $0.location?.line }, [1])
  }

  func testCuttingTheFileAtAnyLineChangesNothing() throws {
    var random = RandomStore(try SampleProgram.program(), seed: 40)
    let events = try random.events(40)
    let whole = try people(events, .csv, pieces: [0..<40])
    for cut in 0...40 {
      XCTAssertEqual(try people(events, .csv, pieces: [0..<cut, cut..<40]), whole)
    }
    XCTAssertEqual(try people(events, .json, pieces: [0..<40]), whole)
  }

  /// The two ways through the house.
  func testOnePersonsLinesAndTheCohortsTableAgree() throws {
    for format in LineFormat.allCases {
      for seed: UInt64 in 41..<51 {
        var random = RandomStore(try SampleProgram.program(format), seed: seed)
        let events = try random.events(60)
        let settings = try SampleProgram.settings(format)
        let one = try RandomStore.names.compactMap { name in
          let reader = ParticipantEventReader(
            settings: settings, participant: try SampleProgram.participant(name), file: "x")
          return Participant(
            StoreText(events, settings).read { reader.read(&$0, lines: $1).values })
        }
        let cohort = try people(events, format, pieces: [0..<60])
        XCTAssertEqual(
          cohort.sorted { $0[0] < $1[0] }, one.map(values).sorted { $0[0] < $1[0] })
      }
    }
  }

  private func values(_ person: Participant) -> [String] {
    [person.id.rawValue, person.enrolledOn.description, person.withdrawnOn?.description ?? ""]
      + person.attributes
  }

  /// Everybody in a table in the terms that both ways of reading share.
  private func people(
    _ events: [ParticipantEvent], _ format: LineFormat, pieces: [Range<Int>]
  ) throws -> [[String]] {
    let settings = try SampleProgram.settings(format)
    let reader = ParticipantChunkReader(settings: settings, file: "participants")
    var table = ParticipantColumns(attributes: 2)
    for piece in pieces {
      let chunk = StoreText(events, settings).read(piece) { reader.read(&$0, lines: $1) }
      XCTAssertEqual(table.add(chunk), [])
    }
    return (0..<table.count).map { person in
      [
        table.ids[person], table.enrolledOn[person].description,
        table.withdrawnOn[person]?.description ?? "",
      ] + (0..<2).map { table.value(attribute: $0, participant: person) }
    }
  }

  private func table(_ lines: [String]) throws -> (ParticipantColumns, strangers: [Diagnostic]) {
    var table = ParticipantColumns(attributes: 2)
    let chunk = try chunk(lines)
    let strangers = try reader().problems(of: chunk, addedTo: &table)
    return (table, strangers)
  }

  private func chunk(_ lines: [String]) throws -> ParticipantChunk {
    let reader = try reader()
    return StoreText(lines).read { reader.read(&$0, lines: $1) }
  }

  private func reader() throws -> ParticipantChunkReader {
    ParticipantChunkReader(settings: try SampleProgram.settings(), file: "participants.csv")
  }
}
