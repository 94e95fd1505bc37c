import Text
import XCTest

@testable import Storage

final class TarReaderTests: XCTestCase {
  func testTheEntriesOfAnArchiveOfGNUTarAreFound() throws {
    let test = try TestProgram()
    let archive = try TarOracle.archive()
    try test.put(archive, in: "small.tar")
    let entries = try entries(test)
    XCTAssertEqual(
      entries.map(\.header.path),
      [
        "small", "small/participants.csv", "small/scores.csv", "small/empty.csv",
        "small/recovered", "small/recovered/\(TarOracle.longName)", "small/program.json",
      ])
    let contents = entries.filter { $0.header.kind == .file }.map {
      String(decoding: archive[$0.contents], as: UTF8.self)
    }
    XCTAssertEqual(contents, TarOracle.files.map(\.contents))
  }

  func testEveryByteOutsideTheContentsIsLookedAt() throws {
    let test = try TestProgram()
    let archive = try TarOracle.archive()
    try test.put(archive, in: "small.tar")
    let contents = try entries(test).map(\.contents)
    for index in archive.indices {
      var changed = archive
      changed[index] ^= 0x21
      try test.put(changed, in: "small.tar")
      if contents.contains(where: { $0.contains(index) }) {
        XCTAssertEqual(try entries(test).count, 7)
      } else {
        XCTAssertEqual(problems { try entries(test) }.count, 1, "\(index)")
      }
    }
  }

  func testWhatIsCutOffOrGoesOnIsToldAsSuch() throws {
    let test = try TestProgram()
    let archive = try TarOracle.archive()
    for length in archive.indices {
      try test.put(Array(archive[..<length]), in: "small.tar")
      let found = problems { try entries(test) }
      XCTAssertEqual(
        found.map(\.message),
        [
          length == 0
            ? "\(test.path)/small.tar is no backup"
            : "the backup \(test.path)/small.tar is damaged: its end is missing"
        ])
    }
    for more in [1, 512, 1024, 10240] {
      try test.put(archive + [UInt8](repeating: 0, count: more), in: "small.tar")
      XCTAssertEqual(
        problems { try entries(test) }.map(\.message),
        [
          "the backup \(test.path)/small.tar is damaged: something stands behind its end,"
            + " at byte \(archive.count - 1024)"
        ])
    }
  }

  private func entries(_ test: TestProgram) throws -> [TarReader.Entry] {
    let handle = try FileSystem.posix.open(test.path + "/small.tar", .reading)
    defer { FileSystem.posix.close(handle) }
    return try TarReader(.posix, handle).entries()
  }
}
