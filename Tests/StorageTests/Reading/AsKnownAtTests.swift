import Records
import Storage
import TestSupport
import Text
import XCTest

/// A store as it was known at a moment.
///
/// The oracle is a store to which only the lines of that moment were ever written.
final class AsKnownAtTests: XCTestCase {
  func testACohortAsKnownThenIsThatOfTheLinesWrittenByThen() async throws {
    for format in LineFormat.allCases {
      for seed: UInt64 in 1...3 {
        let history = try scattered(seed: seed, format)
        let now = try TestProgram(format)
        try now.write(events: history.events, assessments: history.assessments)
        for day in ["2026-02-28", "2026-03-04", "2026-03-15", "2026-03-31"] {
          let moment = Timestamp(endOf: try SampleProgram.date(day))
          let then = try TestProgram(format)
          let known = knownLines(of: history, at: moment)
          try then.write(events: known.events, assessments: known.assessments)
          let expected = CohortText.lines(
            try await then.folder().loadCohort(then.program, keepsAnswers: true, threads: 1))
          for pieceSize in [200, 1 << 20] {
            let found = try await now.folder().asKnown(at: moment).loadCohort(
              now.program, keepsAnswers: true, threads: 2, pieceSize: pieceSize)
            XCTAssertEqual(CohortText.lines(found), expected, "\(format) \(seed) \(day)")
          }
        }
      }
    }
  }

  func testAPersonAsKnownThenHasTheLinesWrittenByThen() async throws {
    for format in LineFormat.allCases {
      let history = try scattered(seed: 4, format)
      let test = try TestProgram(format)
      try test.write(events: history.events, assessments: history.assessments)
      let moment = try XCTUnwrap(Timestamp("2026-03-15T09:30:00Z"))
      let folder = test.folder().asKnown(at: moment)
      for name in RandomHistory.names {
        let id = try SampleProgram.participant(name)
        XCTAssertEqual(
          try folder.events(of: id, test.program),
          history.events.filter { $0.participant == id && $0.recordedAt <= moment })
        XCTAssertEqual(
          try folder.assessments(of: id, test.program),
          history.assessments.filter { $0.participant == id && $0.recordedAt <= moment })
      }
      let known = knownLines(of: history, at: moment)
      let enrolled = Set(known.events.map(\.participant.rawValue))
      XCTAssertEqual(Set(try folder.participantIDs(test.program)), enrolled)
      XCTAssertTrue((1..<RandomHistory.names.count).contains(enrolled.count))
    }
  }

  /// Every line of the second when it was asked is there, and none of the next.
  func testTheSecondItselfIsKnown() throws {
    let test = try TestProgram(.csv)
    try test.write(events: [try SampleProgram.event("P1")])
    let id = try SampleProgram.participant("P1")
    let now = try SampleProgram.now()
    let before = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - 1)
    XCTAssertEqual(try test.folder().asKnown(at: now).events(of: id, test.program).count, 1)
    XCTAssertEqual(try test.folder().asKnown(at: before).events(of: id, test.program).count, 0)
    XCTAssertEqual(try test.folder().asKnown(at: nil).events(of: id, test.program).count, 1)
  }

  /// Lines recorded later are still checked: damage is reported, and everyone keeps an enrollment.
  func testDamageIsToldWheneverItWasRecorded() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(
        events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
      let early = Timestamp(endOf: try SampleProgram.date("2026-06-01"))
      let folder = test.folder().asKnown(at: early)
      let empty = try await folder.loadCohort(test.program, threads: 1)
      XCTAssertEqual(empty.table.participants.count, 0)
      try test.put(
        try test.text(test.scoresName).replacing("1 2 3", with: "1 2 9"), in: test.scoresName)
      do {
        _ = try await folder.loadCohort(test.program, threads: 1)
        XCTFail("nothing was thrown")
      } catch {
        XCTAssertEqual(
          error.diagnostics.map { $0.location?.line }, [format.hasHeader ? 2 : 1])
      }
    }
  }

  /// A random history whose lines were recorded at random moments of a month: clocks are set back,
  /// so the order of the file need not be that of time.
  private func scattered(seed: UInt64, _ format: LineFormat) throws -> Lines {
    let history = try RandomHistory(
      SampleProgram.small(format), seed: seed, assessments: 80)
    var generator = SeededGenerator(seed: seed)
    let start = try SampleProgram.date("2026-03-01")
    var lines = Lines(events: history.events, assessments: history.assessments)
    for index in lines.events.indices {
      lines.events[index].recordedAt = Timestamp(
        date: start, seconds: generator.number(below: 31 * 86_400))
    }
    for index in lines.assessments.indices {
      lines.assessments[index].recordedAt = Timestamp(
        date: start, seconds: generator.number(below: 31 * 86_400))
    }
    return lines
  }

  private struct Lines {
    var events: [ParticipantEvent]
    var assessments: [Assessment]
  }

  /// The lines recorded by a moment, without those about somebody whom no such line enrolls before.
  private func knownLines(of lines: Lines, at moment: Timestamp) -> Lines {
    var enrolled: Set<ParticipantID> = []
    var events: [ParticipantEvent] = []
    for event in lines.events where event.recordedAt <= moment {
      if event.action == .enroll { enrolled.insert(event.participant) }
      if enrolled.contains(event.participant) { events.append(event) }
    }
    return Lines(
      events: events,
      assessments: lines.assessments.filter {
        $0.recordedAt <= moment && enrolled.contains($0.participant)
      })
  }
}
