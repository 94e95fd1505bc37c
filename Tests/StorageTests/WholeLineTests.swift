import Text
import XCTest

@testable import Storage

final class WholeLineTests: XCTestCase {
  func testALineWithEverythingThatMakesSenseIsWhole() throws {
    let score = "P1,baseline,ucla-3,2026-01-06,1 2 3,6,record,2026-06-30T12:00:00Z,ada,,"
    let person = "P1,2026-01-05,enroll,2026-06-30T12:00:00Z,ada,,north,"
    for (line, file, isWhole) in [
      (score, StoreFile.scores, true), (score + "8035735badd08c52", .scores, true),
      (score + "0123456789abcdef", .scores, false),
      (score + "0123456789abcde", .scores, false), (String(score.dropLast()), .scores, false),
      (score.replacing("baseline", with: "noon"), .scores, false),
      (score.replacing("1 2 3", with: "1 2 9"), .scores, false),
      (score + "\n" + score, .scores, false), ("", .scores, false),
      (person, .participants, true), (String(person.dropLast()), .participants, false),
      (person.replacing("2026-01-05", with: "2026-13-05"), .participants, false),
      (person + "\n" + person, .participants, false),
    ] {
      let program = try SampleProgram.program(.csv)
      XCTAssertEqual(
        WholeLine.isWhole(Array(line.utf8), of: file, program, above: nil), isWhole, line)
    }
  }

  /// The seals are those that Python's hashlib gives.
  func testBelowASealedLineOnlyTheRightSealMakesItWhole() throws {
    let line =
      "P1,baseline,ucla-3,2026-01-06,1 . 3,,correct,2026-06-30T12:00:00Z,ada,typed twice,"
    let program = try SampleProgram.program(.csv)
    let above = try XCTUnwrap(Seal("8035735badd08c52"))
    for (seal, isWhole) in [
      ("b0ab5414c06fe1e3", true), ("", false), ("b0ab5414c06fe1e", false),
      ("8035735badd08c52", false),
    ] {
      XCTAssertEqual(
        WholeLine.isWhole(Array((line + seal).utf8), of: .scores, program, above: above), isWhole,
        seal)
    }
  }

  func testAJSONObjectIsWholeToItsBrace() throws {
    let line =
      #"{"participant":"P1","timepoint":"baseline","instrument":"ucla-3","date":"2026-01-06","#
      + #""score":6,"action":"record","recorded_at":"2026-06-30T12:00:00Z","recorded_by":"ada"}"#
    let program = try SampleProgram.program(.json)
    XCTAssertTrue(WholeLine.isWhole(Array(line.utf8), of: .scores, program, above: nil))
    for cut in 1..<line.utf8.count {
      XCTAssertFalse(
        WholeLine.isWhole(Array(line.utf8.dropLast(cut)), of: .scores, program, above: nil))
    }
  }
}
