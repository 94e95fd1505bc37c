import XCTest

@testable import Storage

final class POSIXTests: XCTestCase {
  func testWhatStandsAtAPathIsTold() throws {
    let test = try TestProgram()
    try test.put("abc", in: "file")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/link", withDestinationPath: test.path + "/file")
    func status(_ name: String) throws -> FileSystem.Status? {
      try FileSystem.posix.status(test.path + "/" + name)
    }
    XCTAssertEqual(try status("file")?.kind, .file)
    XCTAssertEqual(try status("file")?.size, 3)
    XCTAssertEqual(try status("instruments")?.kind, .folder)
    XCTAssertEqual(try status("link")?.kind, .symbolicLink)
    XCTAssertEqual(try FileSystem.posix.status("/dev/null")?.kind, .other)
    XCTAssertNil(try status("none"))
    XCTAssertNil(try status("file/below"))
  }

  func testEachPurposeOpensInItsOwnWay() throws {
    let test = try TestProgram()
    let path = test.path + "/file"
    XCTAssertEqual(reason { try FileSystem.posix.open(path, .reading) }, .missing)
    XCTAssertEqual(reason { try FileSystem.posix.open(path, .appending) }, .missing)
    try write("abc", to: path, .creating)
    XCTAssertEqual(try FileSystem.posix.status(path)?.permissions, 0o600)
    XCTAssertEqual(reason { try FileSystem.posix.open(path, .creating) }, .exists)
    try write("def", to: path, .appending)
    XCTAssertEqual(try test.text("file"), "abcdef")
    XCTAssertEqual(reason { try FileSystem.posix.open(path, .folder) }, .notAFolder)
    XCTAssertEqual(reason { try FileSystem.posix.open(path + "/below", .reading) }, .notAFolder)
  }

  func testLinksAreNotFollowed() throws {
    let test = try TestProgram()
    try test.put("kept", in: "file")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/link", withDestinationPath: test.path + "/file")
    for purpose in [FileSystem.Purpose.reading, .appending] {
      XCTAssertEqual(
        reason { try FileSystem.posix.open(test.path + "/link", purpose) }, .isLink)
    }
    XCTAssertEqual(
      reason { try FileSystem.posix.open(test.path + "/link", .creating) }, .exists)
    XCTAssertEqual(try test.text("file"), "kept")
  }

  /// A pipe that nobody writes to would keep a reader waiting for ever.
  func testWhatIsNoRegularFileIsRefusedWithoutWaiting() throws {
    let test = try TestProgram()
    XCTAssertEqual(mkfifo(test.path + "/pipe", 0o600), 0)
    for name in ["/pipe", "/instruments"] {
      for purpose in [FileSystem.Purpose.reading, .appending] {
        XCTAssertEqual(
          reason { try FileSystem.posix.open(test.path + name, purpose) }, .notAFile)
      }
    }
    XCTAssertEqual(reason { try FileSystem.posix.open("/dev/null", .appending) }, .notAFile)
  }

  func testAFileAndAnEmptyFolderAreTakenAway() throws {
    let test = try TestProgram()
    try test.put("abc", in: "instruments/file")
    XCTAssertNotNil(reason { try FileSystem.posix.removeFolder(test.path + "/instruments") })
    try FileSystem.posix.remove(test.path + "/instruments/file")
    XCTAssertEqual(test.names(in: "instruments"), [])
    try FileSystem.posix.removeFolder(test.path + "/instruments")
    XCTAssertFalse(test.names().contains("instruments"))
    XCTAssertEqual(reason { try FileSystem.posix.remove(test.path + "/none") }, .missing)
    XCTAssertEqual(reason { try FileSystem.posix.removeFolder(test.path + "/none") }, .missing)
  }

  func testWhatALinkLeadsToIsNotTakenAway() throws {
    let test = try TestProgram()
    try test.put("kept", in: "file")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/link", withDestinationPath: test.path + "/file")
    try FileSystem.posix.remove(test.path + "/link")
    XCTAssertEqual(try test.text("file"), "kept")
  }

  func testACallThatASignalInterruptsIsMadeAgain() throws {
    var interruptions = 3
    let result = try call("write", "a/b") { () -> Int in
      guard interruptions > 0 else { return 7 }
      interruptions -= 1
      errno = EINTR
      return -1
    }
    XCTAssertEqual(result, 7)
    XCTAssertEqual(interruptions, 0)
  }

  func testWhatTheMachineRefusesHasItsReason() throws {
    for (code, expected) in [
      (ENOENT, FileError.Reason.missing), (EEXIST, .exists), (EACCES, .notPermitted),
      (EPERM, .notPermitted), (EROFS, .readOnly), (ENOSPC, .full), (EDQUOT, .full),
      (ELOOP, .isLink), (ENOTDIR, .notAFolder), (EISDIR, .notAFile), (ENXIO, .notAFile),
      (EIO, .other(String(cString: strerror(EIO)))),
    ] {
      let found = reason {
        try call("write", "a/b") { () -> Int in
          errno = code
          return -1
        }
      }
      XCTAssertEqual(found, expected)
    }
  }

  func testTheNamesInAFolderAreListed() throws {
    let test = try TestProgram()
    try test.put("", in: "instruments/.hidden")
    try test.put("", in: "instruments/é.json")
    XCTAssertEqual(
      Set(try FileSystem.posix.list(test.path + "/instruments")), [".hidden", "é.json"])
    XCTAssertEqual(reason { try FileSystem.posix.list(test.path + "/none") }, .missing)
  }

  func testALockExcludesOthersUntilItsHandleIsClosed() throws {
    let test = try TestProgram()
    let first = try FileSystem.posix.open(test.path, .folder)
    let second = try FileSystem.posix.open(test.path, .folder)
    XCTAssertTrue(try FileSystem.posix.tryLock(first))
    XCTAssertFalse(try FileSystem.posix.tryLock(second))
    FileSystem.posix.close(first)
    XCTAssertTrue(try FileSystem.posix.tryLock(second))
    FileSystem.posix.close(second)
    XCTAssertNotNil(reason { _ = try FileSystem.posix.tryLock(second) })
  }

  func testAFileIsCutAndMoved() throws {
    let test = try TestProgram()
    try test.put("abcdef", in: "file")
    let handle = try FileSystem.posix.open(test.path + "/file", .appending)
    try FileSystem.posix.truncate(handle, 2)
    XCTAssertEqual(try FileSystem.posix.size(handle), 2)
    FileSystem.posix.close(handle)
    try FileSystem.posix.rename(test.path + "/file", test.path + "/moved")
    XCTAssertEqual(try test.text("moved"), "ab")
    XCTAssertEqual(
      reason { try FileSystem.posix.rename(test.path + "/file", test.path + "/moved") }, .missing)
  }

  func testASecondNameLeadsToTheSameFileAndReplacesNone() throws {
    let test = try TestProgram()
    try test.put("abc", in: "file")
    try FileSystem.posix.link(test.path + "/file", test.path + "/second")
    let first = try FileSystem.posix.status(test.path + "/file")
    XCTAssertEqual(first, try FileSystem.posix.status(test.path + "/second"))
    XCTAssertEqual(first?.names, 2)
    try test.put("other", in: "third")
    let other = try FileSystem.posix.status(test.path + "/third")
    XCTAssertNotEqual(first?.identity, other?.identity)
    XCTAssertEqual(
      reason { try FileSystem.posix.link(test.path + "/file", test.path + "/third") }, .exists)
    XCTAssertEqual(try test.text("third"), "other")
  }

  func testAnOpenFileIsKnownHoweverItIsCalledNow() throws {
    let test = try TestProgram()
    try test.put("abc", in: "file")
    let handle = try FileSystem.posix.open(test.path + "/file", .appending)
    defer { FileSystem.posix.close(handle) }
    let before = try FileSystem.posix.openStatus(handle)
    XCTAssertEqual(before, try FileSystem.posix.status(test.path + "/file"))
    try FileSystem.posix.setAccess(
      handle, .init(owner: before.access.owner, group: before.access.group, permissions: 0o640))
    try FileSystem.posix.rename(test.path + "/file", test.path + "/moved")
    XCTAssertEqual(
      try FileSystem.posix.openStatus(handle), try FileSystem.posix.status(test.path + "/moved"))
    XCTAssertEqual(try FileSystem.posix.openStatus(handle).permissions, 0o640)
  }

  func testRandomWordsHaveOneLengthAndDiffer() {
    let words = (0..<100).map { _ in FileSystem.posix.randomWord() }
    XCTAssertTrue(words.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
    XCTAssertEqual(Set(words).count, 100)
  }

  func testANewFolderIsItsOwnersAlone() throws {
    let test = try TestProgram()
    try FileSystem.posix.makeFolder(test.path + "/new")
    XCTAssertEqual(try FileSystem.posix.status(test.path + "/new")?.permissions, 0o700)
    XCTAssertEqual(reason { try FileSystem.posix.makeFolder(test.path + "/new") }, .exists)
  }

  private func write(_ text: String, to path: String, _ purpose: FileSystem.Purpose) throws {
    let handle = try FileSystem.posix.open(path, purpose)
    defer { FileSystem.posix.close(handle) }
    XCTAssertEqual(try FileSystem.posix.write(handle, Array(text.utf8)[...]), text.utf8.count)
  }

  private func reason<Result>(_ body: () throws -> Result) -> FileError.Reason? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? FileError)?.reason
    }
  }
}
