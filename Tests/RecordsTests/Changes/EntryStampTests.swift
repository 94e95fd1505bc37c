import Records
import XCTest

final class EntryStampTests: XCTestCase {
  func testTheReasonBeginsWithWhatTheCommandDid() {
    let moved = stamp("moved from P1 day30 to P2 day30", "wrong file")
    XCTAssertEqual(moved.text, "moved from P1 day30 to P2 day30: wrong file")
    XCTAssertEqual(stamp(nil, "wrong file").text, "wrong file")
  }

  func testARepeatedLineKeepsItsOwnReasonAndNoOlderHead() {
    let renamed = stamp("renamed P1 to P2", "mistyped")
    for (earlier, expected) in [
      ("moved away", "renamed P1 to P2: moved away"), ("", "renamed P1 to P2"),
      ("renamed P0 to P1: moved away", "renamed P1 to P2: moved away"),
      (
        "took back the entry of 2026-06-30T12:00:00Z: renamed P0 to P1: left: no address",
        "renamed P1 to P2: left: no address"
      ),
      ("removed: by request", "renamed P1 to P2: removed: by request"),
    ] {
      XCTAssertEqual(renamed.text(keeping: earlier), expected)
    }
  }

  func testIdsOfOneParticipantAreLinkedByReasons() throws {
    let id = try XCTUnwrap(ParticipantID(rawValue: "P2"))
    for (reason, other) in [
      ("renamed P1 to P2: mistyped", "P1"), ("renamed P2 to P3: mistyped", "P3"),
      ("merged P1 into P2: twice: so it says", "P1"),
      ("took back the entry of 2026-06-30T12:00:00Z: renamed P1 to P2: mistyped", "P1"),
      ("moved from P1 day30 to P2 day30: misfiled", nil), ("renamed P1 to P3: mistyped", nil),
      ("renamed the file to P2", nil), ("", nil),
    ] {
      XCTAssertEqual(EntryStamp.id(linkedWith: id, by: reason)?.rawValue, other, reason)
    }
  }

  func testLinesOfOneCommandHaveTheSameHead() {
    for (first, second, isSame) in [
      ("moved from P1 day30 to P2 day30: a", "moved from P1 day30 to P2 day30: b", true),
      ("renamed P1 to P2: a", "renamed P1 to P3: a", false), ("not reached", "not reached", true),
      ("a", "b", false), ("", "", false), ("renamed P1 to P2", "renamed P1 to P2: a", true),
    ] {
      XCTAssertEqual(EntryStamp.belongsTogether(first, second), isSame, "\(first), \(second)")
    }
  }

  private func stamp(_ head: String?, _ reason: String) -> EntryStamp {
    EntryStamp(
      moment: Timestamp(secondsSinceEpoch: 0), name: "ada", head: head, reason: reason)
  }
}
