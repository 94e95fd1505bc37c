import XCTest

@testable import Storage

final class RecoveredFolderTests: XCTestCase {
  func testANameIsFreeAndTheFolderIsItsOwnersAlone() throws {
    let test = try TestProgram()
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
    let test = try TestProgram()
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

  private func refusal(_ test: TestProgram) -> FileError? {
    do {
      _ = try test.folder().freeNameInRecovered("7", "scores.csv")
      return nil
    } catch {
      return error
    }
  }
}
