import Foundation
import Records
import Text
import XCTest

@testable import Storage

final class RestoreTests: XCTestCase {
  func testWhatIsRestoredIsWhatWasBackedUp() throws {
    for format in LineFormat.allCases {
      for exists in [false, true] {
        let test = try BackedUpProgram.sample(format)
        try BackedUpProgram.backUp(test)
        let restored = try TestProgram(format, isMade: false)
        if exists { try FileSystem.posix.makeFolder(restored.path) }
        try BackedUpProgram.restore(test, into: restored)
        XCTAssertEqual(try restored.everything(), try test.everything())
        XCTAssertEqual(restored.names(), test.names())
        for name in try restored.everything().keys {
          XCTAssertEqual(
            try FileSystem.posix.status("\(restored.path)/\(name)")?.permissions, 0o600, name)
        }
        for name in ["", "/instruments", "/recovered"] {
          XCTAssertEqual(
            try FileSystem.posix.status(restored.path + name)?.permissions, 0o700, name)
        }
      }
    }
  }

  func testNothingIsWrittenOver() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let other = try TestProgram()
    let before = try other.everything()
    XCTAssertEqual(
      problems { try BackedUpProgram.restore(test, into: other) }.map(\.message),
      ["could not restore into \(other.path): it is not empty"])
    XCTAssertEqual(try other.everything(), before)
  }

  func testOnlyAFolderIsRestoredInto() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    try FileManager.default.createSymbolicLink(
      atPath: test.parent + "/link", withDestinationPath: test.parent)
    for (name, why) in [
      ("link", "it is a symbolic link"), ("backup.tar", "a part of the path is no folder"),
    ] {
      let backup = try BackupFile(BackedUpProgram.path(test), .posix)
      defer { backup.close() }
      let place = "\(test.parent)/\(name)"
      XCTAssertEqual(
        problems {
          try backup.restore(into: ProgramFolder(path: place, files: .posix)) {}
        }.map(\.message),
        ["could not restore into \(place): \(why)"])
    }
  }

  /// What the check says keeps the folder from becoming a program; everything else is there by then.
  func testWhatTheCheckRefusesIsNoProgram() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let restored = try TestProgram(isMade: false)
    let backup = try BackupFile(BackedUpProgram.path(test), .posix)
    defer { backup.close() }
    let found = problems {
      try backup.restore(into: restored.folder()) { () throws(Problems) in
        throw Problems(Diagnostic("a broken chain"))
      }
    }
    XCTAssertEqual(found.map(\.message), ["a broken chain"])
    XCTAssertEqual(
      restored.names(), ["instruments", "participants.csv", "recovered", "scores.csv"])
  }

  /// The backup is changed between the check and the copy.
  func testWhatIsCopiedIsCheckedOnceMore() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let restored = try TestProgram(isMade: false)
    let backup = try BackupFile(BackedUpProgram.path(test), .posix)
    defer { backup.close() }
    var bytes = try BackedUpProgram.bytes(test)
    bytes[1024] ^= 1
    let file = try FileHandle(
      forWritingTo: URL(fileURLWithPath: BackedUpProgram.path(test)))
    try file.write(contentsOf: Data(bytes))
    try file.close()
    XCTAssertEqual(
      problems { try backup.restore(into: restored.folder()) {} }.map(\.message),
      ["the backup \(BackedUpProgram.path(test)) is damaged: it was changed while it was read"])
    XCTAssertFalse(restored.names().contains("program.json"))
  }

  func testWhateverFailsTheFolderIsNoProgramOrAWholeOne() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    var number = 0
    while true {
      let restored = try TestProgram(isMade: false)
      let faulty = FaultyFileSystem(.init(number: number, reason: .full))
      do {
        try BackedUpProgram.restore(test, into: restored, faulty.files)
        if faulty.log.count <= number { break }
        XCTFail("call \(number) failed and nothing was thrown")
      } catch let found as Problems {
        XCTAssertTrue(found.diagnostics[0].message.hasSuffix("the disk is full"))
      }
      if restored.names().contains("program.json") {
        XCTAssertEqual(try restored.everything(), try test.everything())
      }
      number += 1
    }
    XCTAssertGreaterThan(number, 40)
  }
}
