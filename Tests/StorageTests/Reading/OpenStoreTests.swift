import TestSupport
import Records
import Storage
import Text
import XCTest

final class OpenStoreTests: XCTestCase {
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
