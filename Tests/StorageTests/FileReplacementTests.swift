import Faults
import Storage
import Text
import XCTest

final class FileReplacementTests: XCTestCase {
  func testTheNewContentTakesThePlaceOfTheOldWhenItIsFinished() throws {
    let test = try TestProgram()
    for old in ["", "old and longer than the new one"] {
      if !old.isEmpty { try test.put(old, in: "out") }
      let new = try FileReplacement(test.path + "/out", .posix)
      try new.write(Array("new, ".utf8))
      try new.write(Array("in two writes".utf8))
      if !old.isEmpty { XCTAssertEqual(try test.text("out"), old) }
      try new.finish()
      XCTAssertEqual(try test.text("out"), "new, in two writes")
      XCTAssertFalse(test.names().contains("out.part"))
      XCTAssertEqual(try FileSystem.posix.status(test.path + "/out")?.permissions, 0o600)
    }
  }

  func testItIsOnTheDiskBeforeItTakesThePlace() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem()
    let new = try FileReplacement(test.path + "/out", faulty.files)
    try new.write(Array("new".utf8))
    try new.finish()
    XCTAssertEqual(
      faulty.log,
      [
        "status out", "open out.part", "write out.part", "synchronize out.part", "rename out.part",
        "open program", "synchronize program",
      ])
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testWhateverFailsTheFileIsTheOldOneOrTheNewOneWhole() throws {
    for reason in FaultyFileSystem.reasons {
      for number in 0..<9 {
        let test = try TestProgram()
        try test.put("old", in: "out")
        let faulty = FaultyFileSystem(.init(number: number, reason: reason), longest: 2)
        let found = problems {
          let new = try FileReplacement(test.path + "/out", faulty.files)
          do {
            try new.write(Array("newer".utf8))
          } catch {
            new.discard()
            throw error
          }
          try new.finish()
        }
        XCTAssertFalse(test.names().contains("out.part"))
        XCTAssertEqual(faulty.openHandles, 0)
        let call = try XCTUnwrap(faulty.failed).prefix { $0 != " " }
        XCTAssertEqual(found.count, 1)
        XCTAssertTrue(found[0].message.hasPrefix("could not \(call) \(test.path)"))
        XCTAssertEqual(try test.text("out"), number < 7 ? "old" : "newer")
      }
    }
  }

  func testWhatIsDiscardedLeavesTheOldFileAndNothingBesideIt() throws {
    let test = try TestProgram()
    try test.put("old", in: "out")
    let before = test.names()
    let new = try FileReplacement(test.path + "/out", .posix)
    try new.write(Array("newer".utf8))
    XCTAssertEqual(test.names(), (before + ["out.part"]).sorted())
    new.discard()
    XCTAssertEqual(test.names(), before)
    XCTAssertEqual(try test.text("out"), "old")
  }

  func testWhatIsNoRegularFileIsNotReplaced() throws {
    let test = try TestProgram()
    try test.put("kept", in: "kept")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/link", withDestinationPath: test.path + "/kept")
    for (name, why) in [
      (test.path + "/link", "it is a symbolic link"),
      (test.path + "/instruments", "it is no regular file"),
      ("/dev/null", "it is no regular file"),
    ] {
      let before = test.names()
      XCTAssertEqual(
        problems { try FileReplacement(name, .posix) }.map(\.message),
        ["could not write \(name): \(why)"])
      XCTAssertEqual(test.names(), before)
    }
    XCTAssertEqual(try FileSystem.posix.status("/dev/null")?.kind, .other)
  }
}
