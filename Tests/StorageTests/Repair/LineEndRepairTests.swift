import TestSupport
import Text
import XCTest

@testable import Storage

final class LineEndRepairTests: XCTestCase {
  func testASoundFileIsLeftAlone() throws {
    let test = try TestProgram(.csv)
    let before = try test.everything()
    let faulty = FaultyFileSystem()
    let notice = try test.folder(faulty.files).mendLineEnds(
      of: .scores, test.settings, at: SampleProgram.now())
    XCTAssertNil(notice)
    XCTAssertEqual(try test.everything(), before)
    XCTAssertFalse(faulty.log.contains { $0.hasPrefix("rename") || $0.hasPrefix("makeFolder") })
  }

  func testWhatWasFoundIsKeptAndTheFileIsAsItWasWritten() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let history = try RandomHistory(test.program, seed: 4)
      try test.write(events: history.events, assessments: history.assessments)
      let written = try test.text(test.scoresName)
      let saved = "\u{FEFF}" + written.replacing("\n", with: "\r\n")
      try test.put(saved, in: test.scoresName)
      let notice = try test.folder().mendLineEnds(
        of: .scores, test.settings, at: SampleProgram.now())
      let kept = "recovered/20260630120000-\(test.scoresName)"
      XCTAssertEqual(
        notice,
        .lineEndsMended(
          file: test.scoresName, hadByteOrderMark: true,
          carriageReturns: written.utf8.count { $0 == ASCII.lineFeed }, keptAs: kept))
      XCTAssertEqual(try test.text(test.scoresName), written)
      XCTAssertEqual(try test.bytes(kept), Array(saved.utf8))
    }
  }

  /// The copy is on the disk before the file is touched.
  func testWhatWasFoundIsSafeBeforeTheFileIsReplaced() throws {
    let test = try TestProgram(.csv)
    try test.put(try test.text("scores.csv").replacing("\n", with: "\r\n"), in: "scores.csv")
    let faulty = FaultyFileSystem()
    _ = try test.folder(faulty.files).mendLineEnds(
      of: .scores, test.settings, at: SampleProgram.now())
    let calls = ["write", "synchronize", "rename"]
    let copy = "20260630120000-scores.csv"
    XCTAssertEqual(
      faulty.log.filter { calls.contains(String($0.prefix { $0 != " " })) },
      [
        "synchronize program", "write \(copy)", "synchronize \(copy)", "synchronize recovered",
        "write scores.csv", "synchronize scores.csv", "rename scores.csv", "synchronize program",
      ])
    XCTAssertEqual(faulty.openHandles, 0)
  }
}
