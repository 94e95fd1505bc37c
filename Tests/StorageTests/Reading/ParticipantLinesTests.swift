import TestSupport
import Records
import Storage
import Text
import XCTest

final class ParticipantLinesTests: XCTestCase {
  func testOnePersonsLinesAreThoseOfAllLinesThatNameThem() throws {
    for format in LineFormat.allCases {
      for seed: UInt64 in 1...4 {
        let test = try TestProgram(format)
        let history = try RandomHistory(test.program, seed: seed, assessments: 60)
        try test.write(events: history.events, assessments: history.assessments)
        for name in RandomHistory.names + ["P", "nobody", "é"] {
          let person = try SampleProgram.participant(name)
          XCTAssertEqual(
            try test.folder().events(of: person, test.program),
            history.events.filter { $0.participant.rawValue == name })
          XCTAssertEqual(
            try test.folder().assessments(of: person, test.program),
            history.assessments.filter { $0.participant.rawValue == name })
        }
      }
    }
  }

  /// The file is longer than one piece, so that lines are counted over several.
  func testAProblemHasItsLineNumberInALongFile() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [try SampleProgram.event("P1"), try SampleProgram.event("P2")])
      let filler = try line(test, try SampleProgram.assessment("P2"))
      let wrong = try line(test, try SampleProgram.assessment("P1")).replacing(
        "1 2 3", with: "1 2 9")
      let count = 18_000
      var text = try test.text(test.scoresName)
      for number in 0..<count { text += number == 10 || number == 17_900 ? wrong : filler }
      try test.put(text, in: test.scoresName)
      let found = problems {
        try test.folder().assessments(of: SampleProgram.participant("P1"), test.program)
      }
      let first = format.hasHeader ? 2 : 1
      XCTAssertEqual(found.map { $0.location?.line }, [first + 10, first + 17_900])
      XCTAssertEqual(Set(found.map { $0.location?.file }), [test.scoresName])
      XCTAssertEqual(
        try test.folder().assessments(of: SampleProgram.participant("P2"), test.program).count,
        count - 2)
    }
  }

  /// Each problem's line number is counted on from the one before.
  func testManyProblemsAreFoundInOneReading() throws {
    let test = try TestProgram(.csv)
    try test.write(events: [try SampleProgram.event("P1")])
    let wrong = try line(test, try SampleProgram.assessment("P1")).replacing("1 2 3", with: "1 2 9")
    let count = 500
    try test.put(
      try test.text(test.scoresName) + String(repeating: wrong, count: count), in: test.scoresName)
    let counted = CountedReads()
    let found = problems {
      try test.folder(counted.files).assessments(of: SampleProgram.participant("P1"), test.program)
    }
    XCTAssertEqual(found.map { $0.location?.line }, Array(2..<count + 2))
    XCTAssertLessThan(counted.bytes, 5 * (try test.bytes(test.scoresName).count))
  }

  /// A line that reaches far into the second piece, and short ones after it.
  func testAProblemBehindALongLineHasItsLineNumber() throws {
    let test = try TestProgram(.csv)
    let long = String(repeating: "x", count: 1_100_000)
    let wrong = try line(test, try SampleProgram.assessment("P1")).replacing("1 2 3", with: "1 2 9")
    let other = try line(test, try SampleProgram.assessment("P2"))
    let far = try line(test, try SampleProgram.assessment("P2", reason: long))
    try test.put(
      try test.text("scores.csv") + far + other + wrong + other + wrong, in: "scores.csv")
    let found = problems {
      try test.folder().assessments(of: SampleProgram.participant("P1"), test.program)
    }
    XCTAssertEqual(found.map { $0.location?.line }, [4, 6])
  }

  private func line(_ test: TestProgram, _ assessment: Assessment) throws -> String {
    var bytes: [UInt8] = []
    LineWriter(schema: StoreSchema.scores, format: test.settings.store)
      .append(assessment.values, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As other programs write JSON.
  func testAnEscapedIDIsFound() throws {
    for (id, escaped) in [("é7", "\\u00e97"), ("P1", "P\\u0031")] {
      let test = try TestProgram(.json)
      let before = try SampleProgram.event(id)
      let after = try SampleProgram.event(id, .update, reason: "moved")
      try test.write(events: [before, try SampleProgram.event("P2"), after])
      let text = try test.text("participants.jsonl")
      let first = try XCTUnwrap(text.firstRange(of: id))
      try test.put(text.replacingCharacters(in: first, with: escaped), in: "participants.jsonl")
      XCTAssertEqual(
        try test.folder().events(of: try SampleProgram.participant(id), test.program),
        [before, after])
    }
  }

  func testATornLastLineIsNotRead() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [
        try SampleProgram.event("P1"), try SampleProgram.event("P1", .update, reason: "moved"),
      ])
      let text = try test.bytes(test.participantsName)
      try test.put(Array(text.dropLast(2)), in: test.participantsName)
      XCTAssertEqual(
        try test.folder().events(of: SampleProgram.participant("P1"), test.program),
        [try SampleProgram.event("P1")])
    }
  }

  func testEveryIDIsListedOnceInTheOrderOfEnrollment() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let history = try RandomHistory(test.program, seed: 5)
      try test.write(events: history.events + history.events.filter { $0.action == .enroll })
      let faulty = FaultyFileSystem()
      XCTAssertEqual(
        try test.folder(faulty.files).participantIDs(test.program), RandomHistory.names)
      XCTAssertEqual(faulty.openHandles, 0)
    }
  }

  func testAFailingReadIsAnErrorInWordsAndLeavesNothingOpen() throws {
    let test = try TestProgram(.csv)
    try test.write(events: [try SampleProgram.event("P1")])
    let person = try SampleProgram.participant("P1")
    for number in 0..<3 {
      let faulty = FaultyFileSystem(
        .init(call: .read, number: number, reason: .other("Input/output error")))
      let folder = test.folder(faulty.files)
      XCTAssertEqual(
        problems { try folder.events(of: person, test.program) }.map(\.message),
        ["could not read \(test.path)/participants.csv: Input/output error"])
      XCTAssertEqual(faulty.openHandles, 0)
    }
  }
}
