import TestSupport
import Text
import XCTest

@testable import Storage

final class StoreLockTests: XCTestCase {
  func testTheLockIsHeldForTheBodyAndNoLonger() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem()
    let other = try FileSystem.posix.open(test.path, .folder)
    defer { FileSystem.posix.close(other) }
    var wasFree: Bool?
    let result = try test.folder(faulty.files).alone(waiting: {}) { () throws(Problems) in
      wasFree = try? FileSystem.posix.tryLock(other)
      return 7
    }
    XCTAssertEqual(result, 7)
    XCTAssertEqual(wasFree, false)
    XCTAssertTrue(try FileSystem.posix.tryLock(other))
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testALockThatCannotBeTakenIsAnErrorAndNothingIsDone() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem(
      .init(call: .tryLock, number: 0, reason: .other("No locks available")))
    let found = problems {
      try test.folder(faulty.files).alone(waiting: {}) { XCTFail("was done without the lock") }
    }
    XCTAssertEqual(
      found.map(\.message), ["could not tryLock \(test.path): No locks available"])
    XCTAssertEqual(faulty.openHandles, 0)
  }
}
