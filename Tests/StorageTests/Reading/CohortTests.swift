import TestSupport
import Records
import Text
import XCTest

@testable import Storage

final class CohortTests: XCTestCase {
  func testEverySizeOfPiecesAndNumberOfThreadsGivesTheSameCohort() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let history = try RandomHistory(test.program, seed: 1, assessments: 24)
      try test.write(events: history.events, assessments: history.assessments)
      let whole = CohortText.lines(
        try await test.folder().loadCohort(
          test.program, keepsAnswers: true, threads: 1, pieceSize: 1 << 24))
      XCTAssertGreaterThan(whole.count, RandomHistory.names.count + 5)
      for size in 1...200 {
        for threads in 1...3 where threads == 1 + size % 3 || size % 50 == 1 {
          let cohort = try await test.folder().loadCohort(
            test.program, keepsAnswers: true, threads: threads, pieceSize: size)
          XCTAssertEqual(CohortText.lines(cohort), whole, "\(size) \(threads)")
          XCTAssertEqual(cohort.notices, [])
        }
      }
    }
  }

  /// The oracle is the values that were written, the last of each key.
  func testTheCohortIsWhatWasWritten() async throws {
    for format in LineFormat.allCases {
      for seed: UInt64 in 2...6 {
        let test = try TestProgram(format)
        let history = try RandomHistory(test.program, seed: seed, assessments: 120)
        try test.write(events: history.events, assessments: history.assessments)
        let cohort = try await test.folder().loadCohort(
          test.program, keepsAnswers: true, threads: 2, pieceSize: 777)
        XCTAssertEqual(CohortText.lines(cohort), expected(history, test.program))
      }
    }
  }

  private func expected(_ history: RandomHistory, _ program: Program) -> [String] {
    let people = RandomHistory.names.compactMap { name in
      Participant(history.events.filter { $0.participant.rawValue == name })
    }
    var lines = people.map { person in
      let left = person.withdrawnOn.map(String.init(describing:)) ?? "here"
      return "\(person.id) \(person.enrolledOn) \(left) \(person.state) \(person.attributes[0])"
    }
    for (instrument, asked) in program.instruments.enumerated() {
      for (timepoint, time) in program.timepoints.enumerated() {
        for (number, person) in people.enumerated() {
          let last = history.assessments.last {
            $0.participant == person.id && $0.instrument == asked.id && $0.timepoint == time.id
              && [.record, .correct, .void].contains($0.action)
          }
          guard let last, last.action != .void else { continue }
          let score = last.score.map { "\($0)" } ?? "none"
          let answered = last.answers.map { $0.count { $0 != nil } } ?? Int(ScoreColumn.total)
          lines.append(
            "\(instrument) \(timepoint) \(number): \(score) \(last.date.daysSinceEpoch)"
              + " \(answered) \(last.answers.map(AnswerText.text) ?? "")")
        }
      }
    }
    return lines
  }

  /// The oracle of the line numbers is a plain count of the lines.
  func testProblemsHaveTheSameLineNumbersForEverySizeOfPieces() async throws {
    for format in LineFormat.allCases {
      for file in StoreFile.allCases {
        let (test, damaged) = try damagedStore(format, file)
        for size in 1...200 {
          do {
            _ = try await test.folder().loadCohort(
              test.program, threads: 1 + size % 3, pieceSize: size)
            XCTFail("nothing was thrown")
          } catch {
            XCTAssertEqual(error.diagnostics.map { $0.location?.line }, damaged, "\(size)")
            XCTAssertEqual(
              Set(error.diagnostics.map { $0.location?.file }), [file.name(format)])
          }
        }
      }
    }
  }

  /// A store with some lines of one file made unreadable, and their numbers.
  private func damagedStore(
    _ format: LineFormat, _ file: StoreFile
  ) throws -> (TestProgram, [Int]) {
    let test = try TestProgram(format)
    let history = try RandomHistory(test.program, seed: 7, assessments: 12)
    // Nobody leaves, so that a damaged line makes no later one wrong.
    let people = history.events.filter { $0.action == .enroll }
    try test.write(events: people + people, assessments: history.assessments)
    let name = file.name(format)
    var lines = try test.text(name).split(separator: "\n").map(String.init)
    let damaged = [lines.count - 5, lines.count - 4, lines.count - 1]
    for index in damaged { lines[index] = "rubbish: “\(lines[index])”" }
    try test.put(lines.joined(separator: "\n") + "\n", in: name)
    return (test, damaged.map { $0 + 1 })
  }

  func testAStrangersLineIsToldWithItsNumber() async throws {
    let test = try TestProgram(.csv)
    try test.write(events: [
      try SampleProgram.event("P1"), try SampleProgram.event("P2", .update, reason: "moved"),
    ])
    for size in [1, 10, 1000] {
      do {
        _ = try await test.folder().loadCohort(test.program, threads: 2, pieceSize: size)
        XCTFail("nothing was thrown")
      } catch {
        XCTAssertEqual(
          error.diagnostics.map(\.text),
          [
            "participants.csv:3:1: nobody is enrolled as “P2” before this line\n"
              + "  a line that enrolls them must come first"
          ])
      }
    }
  }

  func testATornLastLineIsLeftOutAndTold() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [try SampleProgram.event("P1")])
      try test.put(
        try test.bytes(test.participantsName) + Array("P2,20".utf8), in: test.participantsName)
      try test.put(try test.bytes(test.scoresName) + Array("P1,base".utf8), in: test.scoresName)
      let before = try test.everything()
      let cohort = try await test.folder().loadCohort(test.program, threads: 2)
      XCTAssertEqual(
        cohort.notices,
        [
          .tornLineIgnored(file: test.participantsName, text: "P2,20"),
          .tornLineIgnored(file: test.scoresName, text: "P1,base"),
        ])
      XCTAssertEqual(cohort.table.participants.count, 1)
      XCTAssertEqual(try test.everything(), before)
    }
  }

  func testAnswersAreKeptOnlyWhenTheyAreAskedFor() async throws {
    let test = try TestProgram(.csv)
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    for (keeps, text) in [(true, "1 2 3"), (false, "")] {
      let cohort = try await test.folder().loadCohort(
        test.program, keepsAnswers: keeps, threads: 1)
      let answers = cohort.table.answers(instrument: 0, timepoint: 0, participant: 0)
      XCTAssertEqual(String(decoding: answers, as: UTF8.self), text)
    }
  }

  func testEveryFailingCallIsAnErrorInWords() async throws {
    let test = try TestProgram(.csv)
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    var number = 0
    while true {
      let faulty = FaultyFileSystem(.init(number: number, reason: .other("Input/output error")))
      do {
        _ = try await test.folder(faulty.files).loadCohort(test.program, threads: 2)
        if faulty.log.count <= number { break }
        XCTFail("call \(number) failed and nothing was thrown")
      } catch {
        XCTAssertEqual(error.diagnostics.count, 1)
        XCTAssertTrue(error.diagnostics[0].message.hasSuffix(": Input/output error"))
      }
      XCTAssertEqual(faulty.openHandles, 0)
      number += 1
    }
    XCTAssertGreaterThan(number, 8)
  }
}
