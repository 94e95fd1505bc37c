import TestSupport
import Foundation
import Records
import Text
import XCTest

@testable import Storage

final class RestoreTests: XCTestCase {
  func testWhatIsRestoredIsWhatWasBackedUp() async throws {
    for format in LineFormat.allCases {
      for exists in [false, true] {
        let test = try BackedUpProgram.sample(format)
        try BackedUpProgram.backUp(test)
        let restored = try TestProgram(format, isMade: false)
        if exists { try FileSystem.posix.makeFolder(restored.path) }
        try await BackedUpProgram.restore(test, into: restored)
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

  func testNothingIsWrittenOver() async throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let other = try TestProgram()
    let before = try other.everything()
    let found = await problems { try await BackedUpProgram.restore(test, into: other) }
    XCTAssertEqual(
      found.map(\.message),
      ["could not restore into \(other.path): it is not empty"])
    XCTAssertEqual(try other.everything(), before)
  }

  func testOnlyAFolderIsRestoredInto() async throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    try FileManager.default.createSymbolicLink(
      atPath: test.parent + "/link", withDestinationPath: test.parent)
    for (name, why) in [
      ("link", "it is a symbolic link"), ("backup.tar", "it is not a folder"),
    ] {
      let backup = try BackupFile(BackedUpProgram.path(test), .posix)
      defer { backup.close() }
      let place = "\(test.parent)/\(name)"
      let found = await problems {
        try await backup.restore(into: ProgramFolder(path: place, files: .posix), threads: 1)
      }
      XCTAssertEqual(
        found.map(\.message),
        ["could not restore into \(place): \(why)"])
    }
  }

  /// A program whose lines were changed before its backup was made, by whoever made that by hand.
  func testAProgramWithABrokenChainIsNoProgram() async throws {
    for format in LineFormat.allCases {
      let test = try BackedUpProgram.sample(format)
      try test.write(assessments: [try SampleProgram.assessment("P1", .correct, reason: "x")])
      try test.put(
        try test.text(test.scoresName).replacing("1 2 3", with: "1 1 3"), in: test.scoresName)
      try BackedUpProgram.backUp(test)
      let restored = try TestProgram(format, isMade: false)
      let found = await problems { try await BackedUpProgram.restore(test, into: restored) }
      XCTAssertEqual(found.first?.location?.file, test.scoresName)
      XCTAssertEqual(restored.names(), [])
    }
  }

  /// Lines that were written before there were seals are as they always were.
  func testLinesWithoutSealsAreRestoredAndTold() async throws {
    let test = try TestProgram(.csv)
    try test.put(
      try test.text("participants.csv") + "P1,2026-01-05,enroll,2026-01-05T10:00:00Z,ada,,,\n",
      in: "participants.csv")
    try BackedUpProgram.backUp(test)
    let restored = try TestProgram(isMade: false)
    let told = try await BackedUpProgram.restore(test, into: restored)
    XCTAssertEqual(told.map(\.message), ["this line is not sealed"])
    XCTAssertEqual(try restored.everything(), try test.everything())
  }

  /// The backup is changed between the check and the copy: nothing of it stays.
  func testWhatIsCopiedIsCheckedOnceMore() async throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let restored = try TestProgram(isMade: false)
    let backup = try BackupFile(BackedUpProgram.path(test), .posix)
    defer { backup.close() }
    let whole = try BackedUpProgram.bytes(test)
    try Self.replace(byte: 1024, with: whole[1024] ^ 1, in: BackedUpProgram.path(test))
    let found = await problems { try await backup.restore(into: restored.folder(), threads: 1) }
    XCTAssertEqual(
      found.map(\.message),
      ["the backup \(BackedUpProgram.path(test)) is damaged: it changed while it was being read"])
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: restored.parent), [])
  }

  /// A restore into a folder that was killed while it put the files there: the next one goes on.
  func testWhatAKilledRestoreLeftIsNoHindrance() async throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let restored = try TestProgram(isMade: false)
    for name in ["", "/instruments", "/.outcomes-0123456789abcdef.part"] {
      try FileSystem.posix.makeFolder(restored.path + name)
    }
    try restored.put(try test.bytes("scores.csv"), in: "scores.csv")
    try restored.put("P1,20", in: ".outcomes-0123456789abcdef.part/scores.csv")
    try await BackedUpProgram.restore(test, into: restored)
    XCTAssertEqual(try restored.everything(), try test.everything())
    XCTAssertEqual(restored.names(), test.names())

    let other = try TestProgram(isMade: false)
    try FileSystem.posix.makeFolder(other.path)
    try other.put("mine", in: "scores.csv")
    let found = await problems { try await BackedUpProgram.restore(test, into: other) }
    XCTAssertEqual(
      found.map(\.message), ["could not create \(other.path)/scores.csv: it already exists"])
    XCTAssertEqual(try other.everything(), ["scores.csv": Array("mine".utf8)])
  }

  /// Changes a byte of a file where it stands, for whoever has it open too.
  private static func replace(byte: Int, with value: UInt8, in path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seek(toOffset: UInt64(byte))
    try file.write(contentsOf: Data([value]))
    try file.close()
  }

  func testWhateverFailsTheFolderIsNoProgramOrAWholeOne() async throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    var number = 0
    while true {
      let restored = try TestProgram(isMade: false)
      let faulty = FaultyFileSystem(.init(number: number, reason: .full))
      do {
        try await BackedUpProgram.restore(test, into: restored, faulty.files)
        if faulty.failed == nil { break }
        XCTAssertTrue(faulty.canDoWithout, "call \(number) failed and nothing was thrown")
      } catch let found as Problems {
        XCTAssertTrue(found.diagnostics[0].message.hasSuffix("the disk is full"))
      }
      if try FileSystem.posix.exists(restored.path) {
        XCTAssertEqual(try restored.everything(), try test.everything())
      }
      number += 1
    }
    XCTAssertGreaterThan(number, 40)
  }

  /// What `body` says is wrong; fails where it says nothing.
  private func problems<Result>(_ body: () async throws -> Result) async -> [Diagnostic] {
    do {
      _ = try await body()
      XCTFail("nothing was thrown")
    } catch let problems as Problems {
      return problems.diagnostics
    } catch {
      XCTFail("\(error)")
    }
    return []
  }
}
