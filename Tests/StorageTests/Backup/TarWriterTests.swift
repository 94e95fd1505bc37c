import Text
import XCTest

@testable import Storage

final class TarWriterTests: XCTestCase {
  func testTheArchiveIsThatOfGNUTar() throws {
    let test = try TestProgram()
    let file = try FileReplacement(test.path + "/small.tar", .posix)
    let archive = try TarWriter(file, folder: "small", at: TarOracle.moment())
    for (path, contents) in TarOracle.files {
      if path.hasPrefix("recovered/") { try archive.addFolder("recovered") }
      try archive.addFile(path, size: contents.utf8.count) { write throws(Problems) in
        try write(Array(contents.utf8.prefix(5)))
        try write(Array(contents.utf8.dropFirst(5)))
      }
    }
    try archive.finish()
    try file.finish()
    XCTAssertEqual(try test.bytes("small.tar"), try TarOracle.archive())
  }

  func testWhatHasNoRoomIsRefused() throws {
    let test = try TestProgram()
    let file = try FileReplacement(test.path + "/small.tar", .posix)
    let archive = try TarWriter(file, folder: "small", at: TarOracle.moment())
    let long = String(repeating: "a", count: 101)
    XCTAssertEqual(
      problems { try archive.addFile(long, size: 0) { _ in } }.map(\.text),
      [
        "the name small/\(long) is too long for a backup\n  give the file a shorter name"
      ])
    XCTAssertEqual(
      problems { try archive.addFile("a", size: 1 << 33) { _ in } }.map(\.text),
      ["small/a is too large for a backup: files must be smaller than 8 GB"])
  }
}
