import TestSupport
import Records
import Text
import XCTest

@testable import Storage

final class OpenStoreFileTests: XCTestCase {
  private static let header =
    "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,seal\n"

  func testTheLinesAndTheTornRestAreFoundInBothFormats() throws {
    for (lines, torn) in [
      ("", ""), ("one\ntwo\n", ""), ("one\ntwo\n", "three"), ("", "one"),
      (String(repeating: "x", count: 9000) + "\n", String(repeating: "y", count: 9000)),
    ] {
      for format in LineFormat.allCases {
        let header = format.hasHeader ? Self.header : ""
        let test = try TestProgram(format)
        try test.put(header + lines + torn, in: test.scoresName)
        let open = try opened(test)
        let start = header.utf8.count
        XCTAssertEqual(open.lines, start..<start + lines.utf8.count)
        XCTAssertEqual(open.torn.count, torn.utf8.count)
        XCTAssertEqual(open.torn.lowerBound, open.lines.upperBound)
        XCTAssertEqual(open.firstLine, format.hasHeader ? 2 : 1)
        XCTAssertEqual(open.name, test.scoresName)
      }
    }
  }

  /// The last line end stands at every place around the borders of the pieces that are looked at.
  func testTheLastLineEndIsFoundWhereverItStands() throws {
    let test = try TestProgram(.json)
    for length in [4094, 4095, 4096, 4097, 8191, 8192, 8193] {
      try test.put("one\n" + String(repeating: "y", count: length), in: test.scoresName)
      XCTAssertEqual(try opened(test).lines, 0..<4)
      XCTAssertEqual(try opened(test).torn, 4..<4 + length)
      try test.put(String(repeating: "y", count: length), in: test.scoresName)
      XCTAssertEqual(try opened(test).torn, 0..<length)
    }
  }

  func testATornCharacterIsShownAsFarAsItGoes() throws {
    let test = try TestProgram(.json)
    try test.put(Array("one\nZo".utf8) + [0xC3], in: test.scoresName)
    let open = try OpenStoreFile(.scores, in: test.folder(), test.settings, for: .reading)
    defer { FileSystem.posix.close(open.handle) }
    XCTAssertEqual(
      try open.notices(),
      [.tornLineIgnored(file: "scores.jsonl", text: "Zo\u{FFFD}")])
  }

  func testAWrongHeaderIsAProblemAndClosesTheFile() throws {
    for header in [
      "", "participant", Self.header.replacing("date,", with: ""), String(Self.header.dropLast()),
    ] {
      let test = try TestProgram(.csv)
      try test.put(header, in: "scores.csv")
      let faulty = FaultyFileSystem()
      let found = problems {
        try OpenStoreFile(.scores, in: test.folder(faulty.files), test.settings, for: .reading)
      }
      XCTAssertEqual(found.count, 1)
      XCTAssertEqual(found.first?.location, SourceLocation(file: "scores.csv", line: 1))
      XCTAssertEqual(faulty.openHandles, 0)
    }
  }

  /// It is not set aside as a torn line, since without it nothing can be read any more.
  func testATornHeaderStaysWhereItIs() throws {
    for cut in [1, 20, Self.header.utf8.count - 1] {
      let test = try TestProgram(.csv)
      let torn = String(Self.header.prefix(cut))
      try test.put(torn, in: "scores.csv")
      XCTAssertEqual(
        problems { try test.write(events: [try SampleProgram.event("P1")]) }.map(\.text),
        [
          "scores.csv:1: the file ends in its header line\n  \(torn)\n"
            + "  expected: \(Self.header.dropLast())"
        ])
      XCTAssertEqual(try test.text("scores.csv"), torn)
      XCTAssertEqual(test.names(in: "recovered"), [])
    }
  }

  func testALinkIsRefused() throws {
    let test = try TestProgram(.csv)
    try FileSystem.posix.rename(test.path + "/scores.csv", test.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: test.path + "/scores.csv", withDestinationPath: test.path + "/elsewhere")
    XCTAssertEqual(
      problems { try opened(test) }.map(\.text),
      [
        "could not open \(test.path)/scores.csv: it is a symbolic link\n"
          + "  put a real file or folder there: links are not followed, for safety"
      ])
  }

  private func opened(_ test: TestProgram) throws -> OpenStoreFile {
    let open = try OpenStoreFile(.scores, in: test.folder(), test.settings, for: .reading)
    FileSystem.posix.close(open.handle)
    return open
  }
}
