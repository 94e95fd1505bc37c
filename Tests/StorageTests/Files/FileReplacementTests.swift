import TestSupport
import Foundation
import Text
import XCTest

@testable import Storage

final class FileReplacementTests: XCTestCase {
  func testTheNewContentTakesThePlaceOfTheOldWhenItIsFinished() throws {
    let test = try TestProgram()
    let before = test.names()
    for old in ["", "old and longer than the new one"] {
      if !old.isEmpty { try test.put(old, in: "out") }
      let new = try FileReplacement(output: test.path + "/out", .posix)
      try new.write(Array("new, ".utf8))
      try new.write(Array("in two writes".utf8))
      if !old.isEmpty { XCTAssertEqual(try test.text("out"), old) }
      try new.finish()
      XCTAssertEqual(try test.text("out"), "new, in two writes")
      XCTAssertEqual(test.names(), (before + ["out"]).sorted())
      if old.isEmpty {
        XCTAssertEqual(try FileSystem.posix.status(test.path + "/out")?.permissions, 0o600)
      }
    }
  }

  func testItIsOnTheDiskBeforeItTakesThePlace() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem()
    let new = try FileReplacement(test.path + "/out", faulty.files)
    try new.write(Array("new".utf8))
    try new.finish()
    let calls = ["write", "synchronize", "rename"]
    XCTAssertEqual(
      faulty.log.filter { calls.contains(String($0.prefix { $0 != " " })) },
      ["write out", "synchronize out", "rename out", "synchronize program"])
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testWhateverFailsTheFileIsTheOldOneOrTheNewOneWhole() throws {
    for role in [FileReplacement.Role.programFile, .output] {
      for reason in FaultyFileSystem.reasons {
        let test = try TestProgram()
        try test.put("old", in: "out")
        let before = test.names()
        var number = 0
        while true {
          try test.put("old", in: "out")
          let faulty = FaultyFileSystem(.init(number: number, reason: reason), longest: 2)
          number += 1
          do {
            try FileReplacement.make(test.path + "/out", faulty.files, as: role) {
              new throws(Problems) in
              try new.write(Array("newer".utf8))
            }
            XCTAssertEqual(try test.text("out"), "newer")
            XCTAssertTrue(faulty.canDoWithout)
          } catch {
            XCTAssertEqual(error.diagnostics.count, 1)
            XCTAssertTrue(error.diagnostics[0].message.contains(" \(test.path)"))
            let isLast = try XCTUnwrap(faulty.failed).hasSuffix(" program")
            XCTAssertEqual(try test.text("out"), isLast ? "newer" : "old")
          }
          XCTAssertEqual(test.names(), before)
          XCTAssertEqual(faulty.openHandles, 0)
          if faulty.failed == nil { break }
        }
        XCTAssertGreaterThan(number, 12)
      }
    }
  }

  func testWhatIsDiscardedLeavesTheOldFileAndNothingBesideIt() throws {
    let test = try TestProgram()
    try test.put("old", in: "out")
    let before = test.names()
    let new = try FileReplacement(test.path + "/out", .posix)
    try new.write(Array("newer".utf8))
    XCTAssertEqual(test.names().count, before.count + 1)
    new.discard()
    XCTAssertEqual(test.names(), before)
    XCTAssertEqual(try test.text("out"), "old")
  }

  func testWhatIsNoRegularFileIsNotReplaced() throws {
    let test = try TestProgram()
    try test.put("kept", in: "kept")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/link", withDestinationPath: test.path + "/kept")
    try FileSystem.posix.makeFolder(test.path + "/folder")
    for (name, why) in [
      (test.path + "/link", "it is a symbolic link"),
      (test.path + "/folder", "it is not a regular file"),
      ("/dev/null", "it is not a regular file"),
    ] {
      let before = test.names()
      for role in [FileReplacement.Role.programFile, .output] {
        XCTAssertEqual(
          problems {
            try FileReplacement.make(name, .posix, as: role) { _ in XCTFail("opened") }
          }.map(\.message),
          ["could not write \(name): \(why)"])
      }
      XCTAssertEqual(test.names(), before)
    }
    XCTAssertEqual(try FileSystem.posix.status("/dev/null")?.kind, .other)
  }

  /// Somebody else's file may have the name that was once the temporary one.
  func testAFileWithTheOldTemporaryNameIsNotTouched() throws {
    let test = try TestProgram()
    try test.put("mine", in: "out.part")
    try FileReplacement.make(test.path + "/out", .posix, as: .output) { new throws(Problems) in
      try new.write(Array("new".utf8))
    }
    XCTAssertEqual(try test.text("out.part"), "mine")
  }

  func testOfTwoWritersTheLastToFinishIsThereWhole() throws {
    let test = try TestProgram()
    let first = try FileReplacement(output: test.path + "/out", .posix)
    let second = try FileReplacement(output: test.path + "/out", .posix)
    for _ in 0..<3 {
      try first.write(Array("first ".utf8))
      try second.write(Array("second ".utf8))
    }
    try second.finish()
    XCTAssertEqual(try test.text("out"), "second second second ")
    try first.finish()
    XCTAssertEqual(try test.text("out"), "first first first ")
  }

  func testOfTwoWritersOfANewFileTheSecondIsRefused() throws {
    for files in [FileSystem.posix, Self.withoutSecondNames] {
      let test = try TestProgram()
      let before = test.names()
      let first = try FileReplacement(test.path + "/out", files, as: .newOutput)
      let second = try FileReplacement(test.path + "/out", files, as: .newOutput)
      try first.write(Array("first".utf8))
      try second.write(Array("second".utf8))
      try second.finish()
      XCTAssertEqual(
        problems { try first.finish() }.map(\.message),
        ["could not write \(test.path)/out: it already exists"])
      XCTAssertEqual(try test.text("out"), "second")
      XCTAssertEqual(test.names(), (before + ["out"]).sorted())
    }
  }

  /// The other finishes between the last look and the naming.
  func testANewFileNeverReplacesOneThatAppearsAtTheLastMoment() throws {
    for base in [FileSystem.posix, Self.withoutSecondNames] {
      let test = try TestProgram()
      var files = base
      files.link = { path, newPath throws(FileError) in
        try? test.put("other", in: "out")
        try base.link(path, newPath)
      }
      let found = problems {
        try FileReplacement.make(test.path + "/out", files, as: .newOutput) {
          new throws(Problems) in
          try new.write(Array("mine".utf8))
        }
      }
      XCTAssertEqual(found.map(\.message), ["could not write \(test.path)/out: it already exists"])
      XCTAssertEqual(try test.text("out"), "other")
    }
  }

  func testWhatSomebodyPutInThePlaceOfTheTemporaryFileIsNotRenamed() throws {
    let test = try TestProgram()
    try test.put("old", in: "out")
    let new = try FileReplacement(test.path + "/out", .posix)
    try new.write(Array("new".utf8))
    let name = try XCTUnwrap(test.names().first { $0.hasPrefix(".outcomes-") })
    try FileSystem.posix.remove("\(test.path)/\(name)")
    try test.put("planted", in: name)
    XCTAssertEqual(
      problems { try new.finish() }.map(\.message),
      [
        "could not write \(test.path)/out: another process moved or replaced it in the meantime"
      ])
    XCTAssertEqual(try test.text("out"), "old")
  }

  func testPermissionsOfTheOldFileAreKept() throws {
    let test = try TestProgram()
    for role in [FileReplacement.Role.programFile, .output] {
      try test.put("old", in: "out")
      XCTAssertEqual(chmod(test.path + "/out", 0o644), 0)
      let access = try FileSystem.posix.status(test.path + "/out")?.access
      try FileReplacement.make(test.path + "/out", .posix, as: role) { _ in }
      XCTAssertEqual(try FileSystem.posix.status(test.path + "/out")?.access, access)
      XCTAssertEqual(access?.permissions, 0o644)
    }
  }

  /// Who may not give a file away would take it from its owner.
  func testAFileThatCannotKeepItsOwnerStays() throws {
    let test = try TestProgram()
    try test.put("old", in: "out")
    XCTAssertEqual(chmod(test.path + "/out", 0o644), 0)
    let before = test.names()
    let faulty = FaultyFileSystem(.init(call: .setAccess, number: 0, reason: .notPermitted))
    XCTAssertEqual(
      problems { try FileReplacement(output: test.path + "/out", faulty.files) }.map(\.text),
      [
        "could not write \(test.path)/out: its owner, group or permissions could not be kept\n"
          + "  ask the file's owner to do this, or choose another name; nothing was changed"
      ])
    XCTAssertEqual(test.names(), before)
    XCTAssertEqual(try test.text("out"), "old")
    XCTAssertEqual(faulty.openHandles, 0)
  }

  /// As on the disks of cameras and old memory sticks.
  private static var withoutSecondNames: FileSystem {
    var files = FileSystem.posix
    files.link = { _, newPath throws(FileError) in
      throw FileError(action: "write", path: newPath, reason: .notPermitted)
    }
    return files
  }
}
