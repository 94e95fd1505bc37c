import Records
import Storage
import TestSupport
import Text
import XCTest

final class StoreCheckTests: XCTestCase {
  func testAnEmptyStoreIsSound() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      let found = try await test.folder().check(test.program, threads: 2).problems
      XCTAssertEqual(found, [])
    }
  }

  func testWhateverPeopleDoLeavesASoundStore() async throws {
    for format in LineFormat.allCases {
      for seed: UInt64 in 1...6 {
        let test = try TestProgram(format, .two)
        let history = try RandomHistory(test.program, seed: seed, assessments: 80)
        try test.write(events: history.events, assessments: history.assessments)
        let found = try await test.folder().check(test.program, threads: 1 + Int(seed) % 3).problems
        XCTAssertEqual(found, [])
      }
    }
  }

  func testEveryKindOfProblemIsToldWithItsPlace() async throws {
    let test = try TestProgram(.csv, .two)
    try test.write(
      events: [
        try SampleProgram.event("P1"), try SampleProgram.event("P1"),
        try SampleProgram.event("P2", .update, reason: "moved"),
      ],
      assessments: [
        try SampleProgram.assessment("P1"), try SampleProgram.assessment("P1", score: 7),
        try SampleProgram.assessment("P2"),
      ])
    try test.put(try test.text("scores.csv") + "rubbish\nP1,base", in: "scores.csv")
    let found = try await test.folder().check(test.program, threads: 2).problems
    XCTAssertEqual(
      found.map { ($0.text.prefix { $0 != "\n" }) },
      [
        "participants.csv:4: P1 was enrolled a second time",
        "participants.csv:5:1: nobody is enrolled as “P2” before this line",
        "scores.csv:3: ucla-3 of P1 at baseline was recorded a second time",
        "scores.csv:3: the answers “1 2 3” give 6, not 7",
        "scores.csv:4:1: nobody is enrolled as “P2”",
        "scores.csv:5:8: this line has 1 fields; 11 are needed",
        "scores.csv:5: this line was changed after it was sealed, or a line before it was removed",
        "scores.csv: the last line has no line ending and no seal to show that it is complete:"
          + " writing it was probably interrupted",
      ])
  }

  /// Both ways of reading a whole store find the same unreadable lines.
  func testWhatTheCohortRefusesTheCheckFindsToo() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      let history = try RandomHistory(test.program, seed: 9)
      try test.write(events: history.events, assessments: history.assessments)
      var text = try test.bytes(test.scoresName)
      let start = format.hasHeader ? StoreSchema.scores.header.utf8.count + 1 : 0
      var generator = SeededGenerator(seed: 9)
      for _ in 0..<12 {
        let place = start + generator.number(below: text.count - start)
        if text[place] != ASCII.lineFeed { text[place] = generator.pick([0, 34, 44, 57, 0xFF]) }
      }
      try test.put(text, in: test.scoresName)
      let found = try await test.folder().check(test.program, threads: 2).problems
      do {
        _ = try await test.folder().loadCohort(test.program, threads: 2)
        XCTFail("nothing was thrown")
      } catch {
        // Where a line cannot be read has a column; what its seal says has none.
        let unreadable = found.filter { $0.location?.column != nil }
        XCTAssertEqual(unreadable.map(\.location), error.diagnostics.map(\.location))
        XCTAssertEqual(unreadable.map(\.message), error.diagnostics.map(\.message))
      }
    }
  }
}
