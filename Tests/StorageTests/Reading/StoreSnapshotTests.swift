import TestSupport
import Records
import Text
import XCTest

@testable import Storage

/// Readers beside writers: of the lines that count together, a reader sees all or none.
final class StoreSnapshotTests: XCTestCase {
  /// P2 is enrolled and recorded at once, between any two calls that a reader makes.
  func testAReaderSeesBothFilesOrNeitherWheneverAnotherCommandWrites() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      try test.write(events: [try SampleProgram.event("P1")])
      let before = try test.everything()
      var found: Set<Int> = []
      for moment in 0..<30 {
        try test.putBack(before)
        let newcomer = try SampleProgram.event("P2")
        let score = try SampleProgram.assessment("P2")
        let calls = CallCount()
        let reader = InterruptedFileSystem { _ in
          if calls.add() - 1 == moment {
            self.succeed { try test.write(events: [newcomer], assessments: [score]) }
          }
        }
        let cohort = try await test.folder(reader.files).loadCohort(test.program, threads: 1)
        let people = cohort.table.participants.count
        XCTAssertEqual(isScored(cohort), people == 2, "\(format) \(moment)")
        XCTAssertEqual(cohort.notices, [])
        found.insert(people)
        let lines = try test.folder(reader.files).lines(
          of: try SampleProgram.participant("P2"), test.program)
        XCTAssertEqual(lines.events.count, lines.assessments.count)
      }
      XCTAssertEqual(found, [1, 2])
    }
  }

  /// A reader looks between any two calls that a writer makes.
  func testAWriterShowsAllOfItsLinesOrNone() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      let person = try SampleProgram.participant("P1")
      var found: [Int] = []
      let writer = InterruptedFileSystem { _ in
        self.succeed {
          let lines = try test.folder().lines(of: person, test.program)
          XCTAssertEqual(lines.events.count, lines.assessments.count)
          found.append(lines.events.count)
        }
      }
      try test.write(
        events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")],
        writer.files)
      XCTAssertEqual(Set(found), [0, 1])
      XCTAssertEqual(found, found.sorted())
    }
  }

  /// The participants file is replaced by one with another header while it is being opened.
  func testAFileThatIsReplacedMeanwhileIsOpenedAgain() async throws {
    for moment in 0..<12 {
      let test = try TestProgram(.json, .two)
      try test.write(events: [try SampleProgram.event("P1")])
      let newcomer = try SampleProgram.event("P2")
      let score = try SampleProgram.assessment("P2")
      let calls = CallCount()
      let reader = InterruptedFileSystem { _ in
        guard calls.add() - 1 == moment else { return }
        self.succeed {
          try test.put(try test.bytes("participants.jsonl"), in: "new")
          try FileSystem.posix.rename(test.path + "/new", test.path + "/participants.jsonl")
          try test.write(events: [newcomer], assessments: [score])
        }
      }
      let cohort = try await test.folder(reader.files).loadCohort(test.program, threads: 1)
      XCTAssertEqual(isScored(cohort), cohort.table.participants.count == 2, "\(moment)")
    }
  }

  func testFilesThatNeverStandStillAreAProblemAtLast() throws {
    let test = try TestProgram(.csv, .two)
    var files = FileSystem.posix
    files.openStatus = { handle throws(FileError) in
      let status = try FileSystem.posix.openStatus(handle)
      return FileSystem.Status(
        kind: status.kind, size: status.size + 1, identity: status.identity,
        access: status.access, names: status.names)
    }
    XCTAssertEqual(
      problems { try StoreSnapshot([.scores], in: test.folder(files), test.settings) }
        .map(\.message),
      ["the files of this program keep changing while they are read"])
  }

  private func isScored(_ cohort: Cohort) -> Bool {
    cohort.table.column(instrument: 0, timepoint: 0) != nil
  }

  private func succeed(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      XCTFail("\(error)")
    }
  }
}
