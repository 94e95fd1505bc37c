import Foundation
import XCTest

@testable import Storage

final class RecoveredFolderTests: XCTestCase {
  func testANameIsFreeAndTheFolderIsItsOwnersAlone() throws {
    let test = try TestProgram(.csv, .two)
    let folder = test.folder()
    for expected in ["7-scores.csv", "7-2-scores.csv", "7-3-scores.csv"] {
      let name = try folder.freeNameInRecovered("7", "scores.csv")
      XCTAssertEqual(name, "recovered/" + expected)
      try test.put("x", in: name)
    }
    XCTAssertEqual(try FileSystem.posix.status(test.path + "/recovered")?.permissions, 0o700)
  }

  /// What is recovered is somebody's answers: it goes nowhere else.
  func testALinkOrAFileInItsPlaceIsRefused() throws {
    let test = try TestProgram(.csv, .two)
    let path = test.path + "/recovered"
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: test.path + "/instruments")
    XCTAssertEqual(
      refusal(test), FileError(action: "use", path: path, reason: .isLink))
    try FileSystem.posix.remove(path)
    try test.put("", in: "recovered")
    XCTAssertEqual(
      refusal(test), FileError(action: "use", path: path, reason: .notAFolder))
  }

  func testCheckTellsWhatIsNoReadableFile() async throws {
    let test = try TestProgram(.csv, .two)
    _ = try test.folder().freeNameInRecovered("7", "scores.csv")
    try test.put("x", in: "recovered/7-scores.csv")
    let sound = try await test.folder().check(test.program, threads: 1).problems
    XCTAssertEqual(sound, [])
    let path = test.path + "/recovered"
    try FileManager.default.createSymbolicLink(
      atPath: path + "/a", withDestinationPath: path + "/7-scores.csv")
    XCTAssertEqual(mkfifo(path + "/b", 0o600), 0)
    try FileSystem.posix.makeFolder(path + "/c")
    let found = try await test.folder().check(test.program, threads: 1).problems
    let move = "\n  move it elsewhere: recovered/ is for files that were set aside"
    XCTAssertEqual(
      found.map(\.text),
      [
        "could not open \(path)/a: it is a symbolic link" + move,
        "could not open \(path)/b: it is not a regular file" + move,
        "could not open \(path)/c: it is not a regular file" + move,
      ])
  }

  func testCheckTellsWhatIsNotInItsPlace() async throws {
    let test = try TestProgram(.csv, .two)
    try test.put("", in: "recovered")
    let found = try await test.folder().check(test.program, threads: 1).problems
    XCTAssertEqual(
      found.map(\.message),
      ["could not list \(test.path)/recovered: part of the path is not a folder"])
    try FileSystem.posix.remove(test.path + "/recovered")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/recovered", withDestinationPath: test.path + "/instruments")
    let linked = try await test.folder().check(test.program, threads: 1).problems
    XCTAssertEqual(
      linked.map(\.message), ["could not use \(test.path)/recovered: it is a symbolic link"])
  }

  private func refusal(_ test: TestProgram) -> FileError? {
    do {
      _ = try test.folder().freeNameInRecovered("7", "scores.csv")
      return nil
    } catch {
      return error
    }
  }
}
