import Records
import Storage
import TestSupport
import Text
import XCTest

final class StoreLineTests: XCTestCase {
  func testEveryLineComesInItsOrderWithItsNumber() async throws {
    for format in LineFormat.allCases {
      for threads in 1...3 {
        let test = try TestProgram(format)
        let history = try RandomHistory(test.program, seed: 1)
        try test.write(events: history.events, assessments: history.assessments)
        let met = try await met(test, threads)
        XCTAssertEqual(met.events.map(\.value), history.events)
        XCTAssertEqual(met.scores.map(\.value), history.assessments)
        let first = format.hasHeader ? 2 : 1
        XCTAssertEqual(met.events.map(\.number), Array(first..<first + history.events.count))
        XCTAssertEqual(met.scores.map(\.number), Array(first..<first + history.assessments.count))
        XCTAssertEqual(met.problems, [])
        XCTAssertEqual(met.notices, [])
      }
    }
  }

  /// The files are longer than one piece.
  func testNumbersGoOnFromPieceToPiece() async throws {
    let test = try TestProgram(.csv)
    let long = String(repeating: "x", count: 300_000)
    let events = try (1...9).map { try SampleProgram.event("P\($0)", site: long) }
    let scores = try (1...9).map { try SampleProgram.assessment("P\($0)", reason: long) }
    try test.write(events: events, assessments: scores)
    for name in ["participants.csv", "scores.csv"] {
      try test.put(try test.text(name) + "rubbish\n", in: name)
    }
    for threads in [1, 3] {
      let met = try await met(test, threads)
      XCTAssertEqual(met.events.map(\.value), events)
      XCTAssertEqual(met.scores.map(\.value), scores)
      XCTAssertEqual(met.events.map(\.number), Array(2...10))
      XCTAssertEqual(met.scores.map(\.number), Array(2...10))
      XCTAssertEqual(
        met.problems.map { $0.location.map(String.init(describing:)) },
        ["participants.csv:11:8", "scores.csv:11:8"])
    }
  }

  func testLinesThatCannotBeReadDoNotStopTheWalk() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [try SampleProgram.event("P1")])
      try test.put(try test.text(test.participantsName) + "rubbish\n", in: test.participantsName)
      try test.write(
        events: [
          try SampleProgram.event("P3"), try SampleProgram.event("P2", .withdraw, reason: "x"),
        ],
        assessments: [try SampleProgram.assessment("P2"), try SampleProgram.assessment("P3")])
      try test.put(try test.text(test.scoresName) + "P1,b", in: test.scoresName)
      let met = try await met(test, 2)
      let first = format.hasHeader ? 2 : 1
      XCTAssertEqual(met.events.map(\.number), [first, first + 2, first + 3])
      XCTAssertEqual(met.scores.map(\.number), [first + 1])
      XCTAssertEqual(met.problems.map { $0.location?.line }, [first + 1, first + 3, first])
      XCTAssertEqual(met.notices, [.tornLineIgnored(file: test.scoresName, text: "P1,b")])
    }
  }

  private func met(
    _ test: TestProgram, _ threads: Int
  ) async throws -> (
    events: [NumberedLine<ParticipantEvent>], scores: [NumberedLine<Assessment>],
    problems: [Diagnostic], notices: [StoreNotice]
  ) {
    var events: [NumberedLine<ParticipantEvent>] = []
    var scores: [NumberedLine<Assessment>] = []
    var problems: [Diagnostic] = []
    var notices: [StoreNotice] = []
    try await test.folder().forEachLine(test.program, threads: threads) { finding in
      switch finding {
      case .line(.participant(let line)): events.append(line)
      case .line(.score(let line)): scores.append(line)
      case .line(.file): break
      case .problem(let problem): problems.append(problem)
      case .notice(let notice): notices.append(notice)
      }
    }
    return (events, scores, problems, notices)
  }
}
