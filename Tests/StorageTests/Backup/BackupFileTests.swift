import Foundation
import Records
import TestSupport
import Text
import XCTest

@testable import Storage

final class BackupFileTests: XCTestCase {
  func testEveryChangedByteIsFound() throws {
    let test = try TestProgram(.json)
    try test.write(events: [try SampleProgram.event("P1")])
    try BackedUpProgram.backUp(test)
    let sound = try BackedUpProgram.bytes(test)
    for index in sound.indices {
      var damaged = sound
      damaged[index] ^= 1 << UInt8(index % 8)
      XCTAssertEqual(problems { try open(damaged, test) }.count, 1, "byte \(index)")
    }
    XCTAssertNoThrow(try open(sound, test))
  }

  func testEveryMissingOrAddedByteIsFound() throws {
    let test = try TestProgram(.json)
    try BackedUpProgram.backUp(test)
    let sound = try BackedUpProgram.bytes(test)
    for length in stride(from: 0, to: sound.count, by: 7) {
      XCTAssertEqual(problems { try open(Array(sound[..<length]), test) }.count, 1, "\(length)")
    }
    for more in [[0], [0x21], [UInt8](repeating: 0, count: 512), sound] {
      XCTAssertEqual(problems { try open(sound + more, test) }.count, 1)
    }
  }

  func testTheDamagedFileIsNamed() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let sound = try BackedUpProgram.bytes(test)
    let own = try XCTUnwrap(sound.firstRange(of: Array("{}".utf8))).lowerBound
    let sums = try XCTUnwrap(sound.firstRange(of: Array("  recovered/2026".utf8))).lowerBound
    for (place, name) in [
      (own, "instruments/own.json"), (sums, "recovered/20260630120000-9-scores.csv"),
    ] {
      var damaged = sound
      damaged[place] ^= 1
      XCTAssertEqual(
        problems { try open(damaged, test) }.map(\.text),
        [
          "the backup \(test.path)/damaged is damaged: \(name) does not match its checksum\n"
            + "  nothing was restored from it; use another backup"
        ])
    }
  }

  /// Archives with right checksums that no `outcomes backup` has written.
  func testWhatABackupNeverHoldsIsRefused() throws {
    let test = try TestProgram()
    let settings = try test.text("program.json")
    let whole = [
      ("participants.csv", ""), ("scores.csv", ""), ("program.json", settings),
    ]
    XCTAssertNoThrow(try open(try archive(whole), test))
    for (name, found) in [
      ("../evil", "a/../evil"), ("/etc/passwd", "a//etc/passwd"), ("notes.txt", "a/notes.txt"),
      ("scores.csv", "a/scores.csv"), ("instruments/../../x.json", "a/instruments/../../x.json"),
    ] {
      XCTAssertEqual(
        messages(try archive([(name, "")] + whole), test),
        ["is an archive, but not a backup: “\(found)” does not belong in it"])
    }
    XCTAssertEqual(
      messages(try archive(whole.dropLast()), test),
      ["is an archive, but not a backup: program.json is not the last file before SHA256SUMS"])
    XCTAssertEqual(
      messages(try archive(Array(whole.dropFirst())), test),
      ["is an archive, but not a backup: it contains no participants.csv"])
    XCTAssertEqual(
      messages(try archive(whole, sumsName: "recovered/SHA256SUMS"), test),
      ["is an archive, but not a backup: SHA256SUMS is not its last file"])
    XCTAssertEqual(messages(try archive(whole, folder: ".."), test), ["is not a backup"])
    XCTAssertEqual(messages(Array("PK".utf8), test), ["is not a backup"])
  }

  /// The kinds of entries that lead elsewhere (POSIX.1-2017, `pax`, typeflag 1 to 6).
  func testLinksAndDevicesAreRefused() throws {
    let test = try TestProgram()
    for kind in UInt8(ascii: "1")...UInt8(ascii: "6") where kind != UInt8(ascii: "5") {
      var bytes = try archive([("scores.csv", "")])
      // The second header, with its sum mended.
      let sum = bytes[512 + 148..<512 + 154].reduce(0) { $0 * 8 + Int($1 - ASCII.zero) }
      bytes[512 + 156] = kind
      let mended = String(sum + Int(kind) - 0x30, radix: 8)
      bytes.replaceSubrange(
        512 + 154 - mended.utf8.count..<512 + 154, with: Array(mended.utf8))
      XCTAssertEqual(
        messages(bytes, test), ["is damaged: the entry at byte 512 does not belong in a backup"])
    }
  }

  func testAProgramOfANewerVersionIsRefused() throws {
    let test = try TestProgram()
    let newer = try test.text("program.json").replacing("program/1", with: "program/3")
    let bytes = try archive([
      ("participants.csv", ""), ("scores.csv", ""), ("program.json", newer),
    ])
    let found = problems { try open(bytes, test) }
    XCTAssertTrue(found[0].message.contains("made by a newer version of outcomes"))
  }

  private func open(_ bytes: [UInt8], _ test: TestProgram) throws {
    let path = test.path + "/damaged"
    try BackupFile(path, MemoryFiles(contents: [path: bytes]).files).close()
  }

  /// What is said of the file, without its name.
  private func messages(_ bytes: [UInt8], _ test: TestProgram) -> [String] {
    problems { try open(bytes, test) }.map {
      $0.message.replacing("\(test.path)/damaged ", with: "").replacing("the backup ", with: "")
    }
  }

  private func archive(
    _ contents: [(String, String)], folder: String = "a", sumsName: String = "SHA256SUMS"
  ) throws -> [UInt8] {
    let test = try TestProgram()
    let file = try FileReplacement(test.path + "/made", .posix)
    let archive = try TarWriter(file, folder: folder, at: SampleProgram.now())
    var sums = Checksums()
    for (path, text) in contents {
      var hash = SHA256Stream()
      hash.add(Array(text.utf8))
      sums.add(path, digest: hash.digest)
      try archive.addFile(path, size: text.utf8.count) { write throws(Problems) in
        try write(Array(text.utf8))
      }
    }
    try archive.addFile(sumsName, size: sums.bytes.count) { write throws(Problems) in
      try write(sums.bytes)
    }
    try archive.finish()
    try file.finish()
    return try test.bytes("made")
  }
}
