import TestSupport
import Records
import Text
import XCTest

@testable import Storage

final class LinePiecesTests: XCTestCase {
  /// No piece loses or doubles a byte, whatever its size.
  func testThePiecesOfAnySizeAreTheLines() throws {
    for seed: UInt64 in 1...1 {
      let test = try TestProgram(.csv)
      let text = try put(randomLines(seed), in: test)
      let handle = try FileSystem.posix.open(test.path + "/scores.csv", .reading)
      defer { FileSystem.posix.close(handle) }
      for size in 1...200 {
        let lines = 5..<text.count - 7
        let pieces = LinePieces(.posix, handle, lines: lines, pieceSize: size)
        XCTAssertEqual(pieces.count, (lines.count + size - 1) / size)
        var found: [UInt8] = []
        var buffer: [UInt8] = []
        for index in 0..<pieces.count {
          let piece = try pieces.read(index, into: &buffer)
          guard !piece.lines.isEmpty else { continue }
          XCTAssertEqual(piece.offset, lines.lowerBound + found.count)
          XCTAssertTrue((index * size..<(index + 1) * size).contains(found.count))
          XCTAssertEqual(buffer[piece.lines.upperBound - 1], ASCII.lineFeed)
          let spare = buffer[piece.lines.upperBound...].prefix(ByteWord.size)
          XCTAssertEqual(Array(spare), [UInt8](repeating: 0, count: ByteWord.size))
          found += buffer[piece.lines]
        }
        XCTAssertEqual(found, Array(text[lines]))
      }
    }
  }

  func testShortReadsMakeNoDifference() throws {
    let test = try TestProgram(.csv)
    let text = try put(randomLines(4), in: test)
    let faulty = FaultyFileSystem(longest: 13)
    let handle = try faulty.files.open(test.path + "/scores.csv", .reading)
    let pieces = LinePieces(faulty.files, handle, lines: 5..<text.count - 7, pieceSize: 100)
    var found: [UInt8] = []
    var buffer: [UInt8] = []
    for index in 0..<pieces.count {
      found += buffer[try pieces.read(index, into: &buffer).lines]
    }
    faulty.files.close(handle)
    XCTAssertEqual(found, Array(text[5..<text.count - 7]))
  }

  func testLinesAreCountedUpToAnyByte() throws {
    let test = try TestProgram(.csv)
    let text = try put(randomLines(5), in: test)
    let handle = try FileSystem.posix.open(test.path + "/scores.csv", .reading)
    defer { FileSystem.posix.close(handle) }
    let lines = 5..<text.count - 7
    for size in [7, 40, 200, 100_000] {
      let pieces = LinePieces(.posix, handle, lines: lines, pieceSize: size)
      for offset in stride(from: 5, to: lines.upperBound, by: 397) {
        XCTAssertEqual(
          try pieces.lineCount(in: 5..<offset), text[5..<offset].count { $0 == ASCII.lineFeed })
      }
    }
  }

  func testEmptyLinesAreCountedToo() throws {
    let test = try TestProgram(.json)
    let text = Array("a\n\n\nbc\n\n".utf8)
    try test.put(text, in: "scores.jsonl")
    let handle = try FileSystem.posix.open(test.path + "/scores.jsonl", .reading)
    defer { FileSystem.posix.close(handle) }
    for size in 1...10 {
      let pieces = LinePieces(.posix, handle, lines: 0..<text.count, pieceSize: size)
      for offset in 0...text.count {
        XCTAssertEqual(
          try pieces.lineCount(in: 0..<offset), text[..<offset].count { $0 == ASCII.lineFeed })
      }
    }
  }

  /// A line is read in proportion to its length, not a piece further each time from its start.
  func testALongLineIsReadInTime() throws {
    let test = try TestProgram(.json)
    let line = [UInt8](repeating: ASCII.space, count: 1_000_000) + [ASCII.lineFeed]
    try test.put(line, in: "scores.jsonl")
    let counted = CountedReads()
    let handle = try counted.files.open(test.path + "/scores.jsonl", .reading)
    defer { counted.files.close(handle) }
    let pieces = LinePieces(counted.files, handle, lines: 0..<line.count, pieceSize: 1_000)
    var buffer: [UInt8] = []
    XCTAssertEqual(try pieces.read(0, into: &buffer).lines, 0..<line.count)
    XCTAssertLessThan(counted.bytes, 4 * line.count)
  }

  func testNoLinesAreNoPieces() throws {
    let test = try TestProgram(.json)
    let handle = try FileSystem.posix.open(test.path + "/scores.jsonl", .reading)
    defer { FileSystem.posix.close(handle) }
    XCTAssertEqual(LinePieces(.posix, handle, lines: 0..<0).count, 0)
    XCTAssertEqual(LinePieces(.posix, handle, lines: 0..<0, pieceSize: 1).count, 0)
  }

  /// A writer that fails cuts its line off again, maybe after a reader saw it.
  func testAFileThatBecomesShorterIsAnErrorAndNoCrash() throws {
    let test = try TestProgram(.csv)
    for (left, size) in [(0, 10), (3, 10), (12, 10), (19, 10), (12, 100), (39, 100)] {
      try test.put(String(repeating: "123456789\n", count: 4), in: "scores.csv")
      let handle = try FileSystem.posix.open(test.path + "/scores.csv", .appending)
      defer { FileSystem.posix.close(handle) }
      let pieces = LinePieces(.posix, handle, lines: 0..<40, pieceSize: size)
      try FileSystem.posix.truncate(handle, left)
      var buffer: [UInt8] = []
      XCTAssertThrowsError(try pieces.read(pieces.count > 1 ? 1 : 0, into: &buffer)) { error in
        XCTAssertEqual(
          (error as? FileError)?.diagnostic.text,
          "could not read \(test.path)/scores.csv: its last line was removed in the meantime\n"
            + "  nothing was changed; try again, or ask the administrator of this machine"
        )
      }
    }
  }

  /// Short, empty and very long lines between bytes that belong to nobody.
  private func randomLines(_ seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var text = Array("head\n".utf8)
    for number in 0..<24 {
      let length = number % 20 == 7 ? 5000 : generator.pick([0, 1, 2, 30, 90])
      text += (0..<length).map { _ in UInt8(33 + generator.number(below: 90)) } + [ASCII.lineFeed]
    }
    return text + Array("no end!".utf8)
  }

  private func put(_ text: [UInt8], in test: TestProgram) throws -> [UInt8] {
    try test.put(text, in: "scores.csv")
    return text
  }
}
