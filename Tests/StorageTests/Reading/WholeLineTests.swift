import TestSupport
import Text
import XCTest

@testable import Storage

final class WholeLineTests: XCTestCase {
  func testALineWithEverythingThatMakesSenseIsWhole() throws {
    let score = "P1,baseline,ucla-3,2026-01-06,1 2 3,6,record,2026-06-30T12:00:00Z,ada,,"
    let person = "P1,2026-01-05,enroll,2026-06-30T12:00:00Z,ada,,north,"
    for (line, file, isWhole) in [
      (score, StoreFile.scores, true), (score + "8035735badd08c52", .scores, false),
      (score + "0123456789abcdef", .scores, false),
      (score + "0123456789abcde", .scores, false), (String(score.dropLast()), .scores, false),
      (score.replacing("baseline", with: "noon"), .scores, false),
      (score.replacing("1 2 3", with: "1 2 9"), .scores, false),
      (score + "\n" + score, .scores, false), ("", .scores, false),
      (person, .participants, true), (String(person.dropLast()), .participants, false),
      (person.replacing("2026-01-05", with: "2026-13-05"), .participants, false),
      (person + "\n" + person, .participants, false),
    ] {
      let program = try SampleProgram.small(.csv)
      XCTAssertEqual(
        WholeLine.isWhole(Array(line.utf8), of: file, program), isWhole, line)
    }
  }

  func testAJSONObjectIsWholeToItsBrace() throws {
    let line =
      #"{"participant":"P1","timepoint":"baseline","instrument":"ucla-3","date":"2026-01-06","#
      + #""score":6,"action":"record","recorded_at":"2026-06-30T12:00:00Z","recorded_by":"ada"}"#
    let program = try SampleProgram.small(.json)
    XCTAssertTrue(WholeLine.isWhole(Array(line.utf8), of: .scores, program))
    for cut in 1..<line.utf8.count {
      XCTAssertFalse(
        WholeLine.isWhole(Array(line.utf8.dropLast(cut)), of: .scores, program))
    }
  }
}
