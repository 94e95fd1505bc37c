import TestSupport
import Text
import XCTest

@testable import Storage

final class StagedFolderTests: XCTestCase {
  func testNothingIsAtThePathUntilAllOfItIs() throws {
    let test = try TestProgram(isMade: false)
    let staged = try StagedFolder(for: test.folder())
    try staged.folder.fill(test.settings, at: SampleProgram.now(), by: "dana")
    XCTAssertFalse(try FileSystem.posix.exists(test.path))
    XCTAssertEqual(try staged.folder.load().settings, test.settings)
    try staged.publish()
    XCTAssertEqual(try test.folder().load().settings, test.settings)
    XCTAssertEqual(try FileSystem.posix.list(test.parent), ["program"])
    XCTAssertEqual(try FileSystem.posix.status(test.path)?.permissions, 0o700)
  }

  /// Somebody may stand in a folder that is there, and others may have been let into it.
  func testAFolderThatIsThereIsFilledAndStaysTheSame() throws {
    let test = try TestProgram(isMade: false)
    try FileSystem.posix.makeFolder(test.path)
    try test.put("mine", in: "notes.txt")
    let before = try FileSystem.posix.status(test.path)
    for path in [test.path, test.path + "/", test.path + "/."] {
      let folder = ProgramFolder(path: path, files: .posix)
      let staged = try StagedFolder(for: folder)
      try staged.folder.fill(test.settings, at: SampleProgram.now(), by: "dana")
      XCTAssertEqual(test.names().count, 2)
      if path.hasSuffix(".") { try staged.publish() } else { staged.discard() }
    }
    XCTAssertEqual(
      test.names(), ["instruments", "notes.txt", "participants.csv", "program.json", "scores.csv"])
    XCTAssertEqual(try FileSystem.posix.status(test.path)?.identity, before?.identity)
    XCTAssertEqual(try test.folder().load().settings, test.settings)
  }

  /// What a process that was killed while it put the files there has left is no hindrance.
  func testTheSameFilesMayBeThereAlready() throws {
    let whole = try TestProgram()
    let test = try TestProgram(isMade: false)
    try FileSystem.posix.makeFolder(test.path)
    try FileSystem.posix.makeFolder(test.path + "/instruments")
    try test.put(try whole.bytes("participants.csv"), in: "participants.csv")
    try test.folder().create(test.settings, at: SampleProgram.now(), by: "dana")
    XCTAssertEqual(try test.everything(), try whole.everything())
    XCTAssertEqual(test.names(), whole.names())
  }

  /// Killed after it had claimed the place with an empty folder, before the whole one took it.
  func testWhatStaysBesideAClaimedPlaceIsTakenAway() throws {
    let test = try TestProgram(isMade: false)
    let left = test.parent + "/.outcomes-0123456789abcdef.part"
    for path in [test.path, left, left + "/program"] { try FileSystem.posix.makeFolder(path) }
    try test.folder().create(test.settings, at: SampleProgram.now(), by: "dana")
    XCTAssertEqual(try FileSystem.posix.list(test.parent), ["program"])
    XCTAssertEqual(try test.folder().load().settings, test.settings)
  }

  /// What was moved before is moved back.
  func testOtherFilesOfTheSameNameStayAndNothingComesBesideThem() throws {
    for name in [
      "participants.csv", "program.json", "scores.csv", "instruments", "entries.unfinished",
    ] {
      let test = try TestProgram(isMade: false)
      try FileSystem.posix.makeFolder(test.path)
      let staged = try StagedFolder(for: test.folder())
      try staged.folder.fill(test.settings, at: SampleProgram.now(), by: "dana")
      try test.put("mine", in: name)
      XCTAssertEqual(
        problems { try staged.publish() }.map(\.message),
        ["could not create \(test.path)/\(name): it already exists"])
      XCTAssertEqual(test.names(), [name])
      XCTAssertEqual(try test.text(name), "mine")
    }
  }

  /// Even where it is the same program: only one has made it.
  func testOfTwoWhoMakeAProgramOneIsRefused() throws {
    for exists in [false, true] {
      let test = try TestProgram(isMade: false)
      if exists { try FileSystem.posix.makeFolder(test.path) }
      let both = [try StagedFolder(for: test.folder()), try StagedFolder(for: test.folder())]
      for staged in both {
        try staged.folder.fill(test.settings, at: SampleProgram.now(), by: "dana")
      }
      try both[0].publish()
      let made = try test.everything().filter { !$0.key.hasPrefix(".outcomes-") }
      XCTAssertEqual(
        problems { try both[1].publish() }.map(\.message),
        ["could not create \(test.path)/program.json: it already exists"])
      XCTAssertEqual(try test.everything(), made)
    }
  }

  /// Neither takes for its own what the other may yet take back.
  func testNothingIsPutWhereAnotherIsAtWork() throws {
    let test = try TestProgram(isMade: false)
    try FileSystem.posix.makeFolder(test.path)
    let staged = try StagedFolder(for: test.folder())
    try staged.folder.fill(test.settings, at: SampleProgram.now(), by: "dana")
    let other = try FileSystem.posix.open(test.path, .folder)
    defer { FileSystem.posix.close(other) }
    XCTAssertTrue(try FileSystem.posix.tryLock(other))
    XCTAssertEqual(
      problems { try staged.publish() }.map(\.message),
      ["could not create \(test.path): another command is writing there"])
    XCTAssertEqual(test.names(), [])
  }

  func testAFolderThatAppearsMeanwhileIsNotReplaced() throws {
    let test = try TestProgram(isMade: false)
    let staged = try StagedFolder(for: test.folder())
    try staged.folder.fill(test.settings, at: SampleProgram.now(), by: "dana")
    try FileSystem.posix.makeFolder(test.path)
    try test.put("mine", in: "scores.csv")
    XCTAssertEqual(problems { try staged.publish() }.count, 1)
    XCTAssertEqual(test.names(), ["scores.csv"])
    XCTAssertEqual(try FileSystem.posix.list(test.parent), ["program"])
  }

  /// Errors name the place that a person typed.
  func testErrorsDoNotNameTheTemporaryPlace() throws {
    for call in [FaultyFileSystem.Call.makeFolder, .open, .write, .link, .rename] {
      let test = try TestProgram(isMade: false)
      let faulty = FaultyFileSystem(.init(call: call, number: 0, reason: .full))
      do {
        try test.folder(faulty.files).create(test.settings, at: SampleProgram.now(), by: "dana")
        XCTAssertEqual(call, .link)
      } catch let error as Problems {
        XCTAssertTrue(error.diagnostics[0].message.contains(test.path), "\(error)")
        XCTAssertFalse(error.diagnostics[0].message.contains(".outcomes-"), "\(error)")
      }
    }
  }
}
