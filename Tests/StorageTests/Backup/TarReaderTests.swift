import TestSupport
import Text
import XCTest

@testable import Storage

final class TarReaderTests: XCTestCase {
  func testTheEntriesOfAnArchiveOfGNUTarAreFound() throws {
    let archive = try TarOracle.archive()
    let entries = try entries(archive)
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
    let archive = try TarOracle.archive()
    let contents = try entries(archive).map(\.contents)
    for index in archive.indices {
      var changed = archive
      changed[index] ^= 0x21
      if contents.contains(where: { $0.contains(index) }) {
        XCTAssertEqual(try entries(changed).count, 7)
      } else {
        XCTAssertEqual(problems { try entries(changed) }.count, 1, "\(index)")
      }
    }
  }

  func testWhatIsCutOffOrGoesOnIsToldAsSuch() throws {
    let archive = try TarOracle.archive()
    for length in archive.indices {
      let found = problems { try entries(Array(archive[..<length])) }
      XCTAssertEqual(
        found.map(\.message),
        [
          length < 512
            ? "small.tar is not a backup"
            : "the backup small.tar is damaged: its end is missing"
        ])
    }
    for more in [1, 512, 1024, 10240] {
      XCTAssertEqual(
        problems { try entries(archive + [UInt8](repeating: 0, count: more)) }.map(\.message),
        [
          "the backup small.tar is damaged: there is data after its end,"
            + " at byte \(archive.count - 1024)"
        ])
    }
  }

  private func entries(_ archive: [UInt8]) throws -> [TarReader.Entry] {
    let files = MemoryFiles(contents: ["small.tar": archive]).files
    return try TarReader(files, try files.open("small.tar", .reading)).entries()
  }
}
