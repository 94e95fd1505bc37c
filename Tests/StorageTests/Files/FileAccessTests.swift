import TestSupport
import Text
import XCTest

@testable import Storage

final class FileAccessTests: XCTestCase {
  func testAWholeFileIsReadHoweverShortTheReads() throws {
    let test = try TestProgram()
    let bytes = (0..<1000).map { UInt8($0 % 251) }
    try test.put(bytes, in: "file")
    for longest in [1, 7, 1000, 5000] {
      let faulty = FaultyFileSystem(longest: longest)
      XCTAssertEqual(try faulty.files.readAll(test.path + "/file"), bytes)
      XCTAssertEqual(faulty.openHandles, 0)
    }
    try test.put("", in: "file")
    XCTAssertEqual(try FileSystem.posix.readAll(test.path + "/file"), [])
  }

  func testReadingPastTheEndGivesWhatThereIsAndTheSpareZeros() throws {
    let test = try TestProgram()
    try test.put("abcdef", in: "file")
    let handle = try FileSystem.posix.open(test.path + "/file", .reading)
    defer { FileSystem.posix.close(handle) }
    XCTAssertEqual(
      try FileSystem.posix.read(handle, from: 4, count: 10, spare: 3), Array("ef\0\0\0".utf8))
    XCTAssertEqual(
      try FileSystem.posix.read(handle, from: 1, count: 3, spare: 0), Array("bcd".utf8))
    XCTAssertEqual(try FileSystem.posix.read(handle, from: 9, count: 3, spare: 0), [])
  }

  func testABufferGrowsAndNeverShrinksAndIsZeroBehindWhatWasRead() throws {
    let test = try TestProgram()
    try test.put("abcdef", in: "file")
    let handle = try FileSystem.posix.open(test.path + "/file", .reading)
    defer { FileSystem.posix.close(handle) }
    var buffer = [UInt8](repeating: 1, count: 10)
    XCTAssertEqual(
      try FileSystem.posix.read(handle, from: 0, count: 4, into: &buffer, spare: 2), 4)
    XCTAssertEqual(buffer, Array("abcd\0\0".utf8) + [1, 1, 1, 1])
    XCTAssertEqual(
      try FileSystem.posix.read(handle, from: 2, count: 9, into: &buffer, spare: 2), 4)
    XCTAssertEqual(buffer, Array("cdef".utf8) + [UInt8](repeating: 0, count: 7))
  }

  func testAnAppendThatFailsInItsMiddleIsCutBack() throws {
    for call in [FaultyFileSystem.Call.write, .synchronize, .size] {
      for number in 0..<(call == .write ? 4 : 1) {
        let test = try TestProgram()
        try test.put("abc", in: "file")
        let faulty = FaultyFileSystem(.init(call: call, number: number, reason: .full), longest: 2)
        let handle = try faulty.files.open(test.path + "/file", .appending)
        XCTAssertThrowsError(try faulty.files.append(Array("1234567".utf8), to: handle)) {
          XCTAssertEqual(
            $0 as? FileError,
            FileError(action: call.rawValue, path: test.path + "/file", reason: .full))
        }
        faulty.files.close(handle)
        XCTAssertEqual(try test.text("file"), "abc")
      }
    }
  }

  /// Two things fail: first the writing, then the taking back.
  func testALineThatCannotBeTakenBackIsToldNotToCount() throws {
    let test = try TestProgram()
    try test.put("abc", in: "file")
    let path = test.path + "/file"
    var files = FaultyFileSystem(.init(call: .synchronize, number: 0, reason: .full)).files
    files.truncate = { handle, _ throws(FileError) in
      throw FileError(action: "truncate", path: handle.path, reason: .other("Input/output error"))
    }
    let handle = try files.open(path, .appending)
    defer { files.close(handle) }
    XCTAssertThrowsError(try files.append(Array("def".utf8), to: handle)) {
      XCTAssertEqual(
        ($0 as? FileError)?.diagnostic.text,
        "could not write \(path): the disk is full, and what had been written could not be"
          + " undone\n  the last line does not count as entered; run `outcomes check`")
    }
  }

  func testADiskThatTakesNothingIsAnErrorAndNoEndlessLoop() throws {
    let test = try TestProgram()
    try test.put("abc", in: "file")
    let handle = try FileSystem.posix.open(test.path + "/file", .appending)
    defer { FileSystem.posix.close(handle) }
    XCTAssertThrowsError(
      try FaultyFileSystem(longest: 0).files.append(Array("def".utf8), to: handle)
    ) {
      XCTAssertEqual(($0 as? FileError)?.reason, .other("the disk accepts no more data"))
    }
    XCTAssertEqual(try test.text("file"), "abc")
  }

  func testAFailureLeavesNoNewFileAndNoNewFolder() throws {
    let test = try TestProgram()
    let before = test.names()
    for number in 0..<14 {
      let fault = FaultyFileSystem.Fault(number: number, reason: .full)
      let faulty = FaultyFileSystem(fault)
      do {
        try faulty.files.create(test.path + "/new", Array("abc".utf8))
        XCTAssertTrue(faulty.canDoWithout)
        try FileSystem.posix.remove(test.path + "/new")
      } catch {
        XCTAssertEqual(error.reason, .full)
      }
      XCTAssertEqual(test.names(), before)
      XCTAssertEqual(faulty.openHandles, 0)
    }
    for number in 0..<3 {
      let fault = FaultyFileSystem.Fault(number: number, reason: .full)
      let faulty = FaultyFileSystem(fault)
      XCTAssertThrowsError(try faulty.files.makeDurableFolder(test.path + "/new"))
      XCTAssertEqual(test.names(), before)
      XCTAssertEqual(faulty.openHandles, 0)
    }
  }

  func testANewFileIsDurableWithItsFolder() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem()
    try faulty.files.create(test.path + "/new", Array("abc".utf8))
    XCTAssertEqual(
      faulty.log,
      [
        "status new", "open .outcomes-0000000000000001.part", "openStatus new", "tryLock new",
        "status .outcomes-0000000000000001.part", "list program", "write new", "synchronize new",
        "status new", "status .outcomes-0000000000000001.part", "link new",
        "remove .outcomes-0000000000000001.part", "open program", "synchronize program",
      ])
    XCTAssertEqual(faulty.openHandles, 0)
    XCTAssertEqual(try test.text("new"), "abc")
    XCTAssertThrowsError(try FileSystem.posix.create(test.path + "/new", [])) {
      XCTAssertEqual(($0 as? FileError)?.reason, .exists)
    }
    XCTAssertEqual(try test.text("new"), "abc")
  }

  func testTheFolderOfAPathIsFound() throws {
    for (path, folder) in [("/", "/"), ("/new", "/"), ("new", "."), ("./a", ".")] {
      let opened = FaultyFileSystem()
      try opened.files.synchronizeFolder(of: path)
      let name = URL(fileURLWithPath: folder).lastPathComponent
      XCTAssertEqual(opened.log, ["open \(name)", "synchronize \(name)"])
    }
  }

  func testANewFolderIsDurableWithItsParent() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem()
    try faulty.files.makeDurableFolder(test.path + "/new")
    XCTAssertEqual(faulty.log, ["makeFolder new", "open program", "synchronize program"])
  }
}
