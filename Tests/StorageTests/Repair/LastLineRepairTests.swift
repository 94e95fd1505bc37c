import TestSupport
import Text
import XCTest

@testable import Storage

final class LastLineRepairTests: XCTestCase {
  func testAWholeLineGetsItsEnd() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(
        events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
      let before = try test.everything()
      for (file, name) in [
        (StoreFile.participants, test.participantsName), (.scores, test.scoresName),
      ] {
        let bytes = try XCTUnwrap(before[name])
        try test.put(Array(bytes.dropLast()), in: name)
        let notice = try mend(file, test)
        let line = bytes.dropLast().split(separator: ASCII.lineFeed).last ?? []
        XCTAssertEqual(
          notice, .lineEndAdded(file: name, text: String(decoding: line, as: UTF8.self)))
      }
      XCTAssertEqual(try test.everything(), before)
    }
  }

  /// Cut anywhere else, the line is set aside, and the others stand.
  func testALineThatIsNotWholeIsSetAside() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [try SampleProgram.event("P1"), try SampleProgram.event("P2")])
      let bytes = try test.bytes(test.participantsName)
      let start = try XCTUnwrap(bytes.dropLast().lastIndex(of: ASCII.lineFeed)) + 1
      for end in start + 1..<bytes.count - 1 {
        try test.put(Array(bytes[..<end]), in: test.participantsName)
        guard case .tornLineSetAside(_, _, let movedTo) = try mend(.participants, test) else {
          XCTFail("\(String(decoding: bytes[start..<end], as: UTF8.self)) was taken for whole")
          continue
        }
        XCTAssertEqual(try test.bytes(movedTo), Array(bytes[start..<end]))
        XCTAssertEqual(try test.bytes(test.participantsName), Array(bytes[..<start]))
      }
    }
  }

  func testAFileWithoutItsHeaderIsLeftAlone() throws {
    let test = try TestProgram(.csv)
    try test.put("participant,timepoint\nP1,base", in: "scores.csv")
    XCTAssertNil(try mend(.scores, test))
    XCTAssertEqual(try test.text("scores.csv"), "participant,timepoint\nP1,base")
    XCTAssertEqual(test.names(in: "recovered"), [])
  }

  private func mend(_ file: StoreFile, _ test: TestProgram) throws -> StoreNotice? {
    try test.folder().mendLastLine(of: file, test.program, at: SampleProgram.now())
  }
}
