import TestSupport
import Records
import Storage
import Text
import XCTest

final class OpenStoreTests: XCTestCase {
  /// Somebody is enrolled and recorded while a reader is between the two files.
  func testWhoIsEnrolledMeanwhileIsNoStranger() async throws {
    for format in LineFormat.allCases {
      for moment in 0..<20 {
        let test = try TestProgram(format, .two)
        try test.write(events: [try SampleProgram.event("P1")])
        let newcomer = try SampleProgram.event("P2")
        let score = try SampleProgram.assessment("P2")
        let opened = CallCount()
        var files = FileSystem.posix
        files.size = { handle throws(FileError) in
          if opened.add() - 1 == moment {
            XCTAssertNoThrow(try test.write(events: [newcomer], assessments: [score]))
          }
          return try FileSystem.posix.size(handle)
        }
        let cohort = try await test.folder(files).loadCohort(test.program, threads: 1)
        XCTAssertTrue((1...2).contains(cohort.table.participants.count))
        let found = try await test.folder(files).check(test.program, threads: 1).problems
        XCTAssertEqual(found, [])
      }
    }
  }

  func testAFileThatIsMissingLeavesNothingOpen() async throws {
    for name in ["participants.csv", "scores.csv"] {
      let test = try TestProgram(.csv)
      try FileSystem.posix.rename("\(test.path)/\(name)", "\(test.path)/elsewhere")
      let faulty = FaultyFileSystem()
      do {
        _ = try await test.folder(faulty.files).loadCohort(test.program, threads: 1)
        XCTFail("nothing was thrown")
      } catch {
        XCTAssertEqual(
          error.diagnostics.map(\.text),
          [
            "could not open \(test.path)/\(name): there is no such file or folder\n"
              + "  check the path; if a program file is missing, restore it from a backup"
          ])
      }
      XCTAssertEqual(faulty.openHandles, 0)
    }
  }
}
