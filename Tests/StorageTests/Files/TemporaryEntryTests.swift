import XCTest

@testable import Storage

final class TemporaryEntryTests: XCTestCase {
  func testWhatAKilledProcessLeftIsTakenAwayAndNothingElse() throws {
    let test = try TestProgram()
    let before = test.names()
    let left = ".outcomes-0123456789abcdef.part"
    try test.put("half", in: left)
    try FileSystem.posix.makeFolder(test.path + "/.outcomes-0123456789abcdee.part")
    try test.put("half", in: ".outcomes-0123456789abcdee.part/scores.csv")
    let others = [".outcomes-0123.part", "out.part", ".outcomes-0123456789abcdef.csv"]
    for name in others { try test.put("mine", in: name) }
    try FileSystem.posix.makeFolder(test.path + "/.outcomes-0123456789abcded.part")
    let atWork = try FileSystem.posix.open(
      test.path + "/.outcomes-0123456789abcded.part", .folder)
    XCTAssertTrue(try FileSystem.posix.tryLock(atWork))

    try make(in: test).discard()
    XCTAssertEqual(
      test.names(), (before + others + [".outcomes-0123456789abcded.part"]).sorted())
    FileSystem.posix.close(atWork)
    try make(in: test).discard()
    XCTAssertEqual(test.names(), (before + others).sorted())
  }

  func testTwoAtTheSameTimeDoNotTakeEachOtherAway() throws {
    let test = try TestProgram()
    let first = try make(in: test)
    let second = try make(in: test)
    try first.requireInPlace()
    try second.requireInPlace()
    XCTAssertNotEqual(first.path, second.path)
    first.discard()
    second.discard()
  }

  /// Somebody who is tidying up meets the file between its making and its locking.
  func testAFileThatIsTakenForLeftBehindIsMadeAgain() throws {
    let test = try TestProgram()
    let calls = CallCount()
    var files = FileSystem.posix
    files.tryLock = { handle throws(FileError) in
      if calls.add() == 1 {
        for name in test.names() where TemporaryEntry.isName(name) {
          try FileSystem.posix.remove("\(test.path)/\(name)")
        }
      }
      return try FileSystem.posix.tryLock(handle)
    }
    let entry = try TemporaryEntry.make(
      .file, for: test.path + "/out", in: test.path + "/", files)
    try entry.requireInPlace()
    XCTAssertEqual(calls.count, 2)
    entry.discard()
  }

  /// A link with such a name leads to what is not ours.
  func testWhatALinkLeadsToIsNotTakenAway() throws {
    let test = try TestProgram()
    try test.put("mine", in: "instruments/mine")
    for (name, target) in [("1", "instruments"), ("2", "scores.csv")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(test.path)/.outcomes-000000000000000\(name).part",
        withDestinationPath: "\(test.path)/\(target)")
    }
    let before = try test.everything()
    try make(in: test).discard()
    XCTAssertEqual(try test.everything(), before)
  }

  private func make(in test: TestProgram) throws -> TemporaryEntry {
    try TemporaryEntry.make(.file, for: test.path + "/out", in: test.path + "/", .posix)
  }
}
