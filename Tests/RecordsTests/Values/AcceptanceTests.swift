import Records
import XCTest

final class AcceptanceTests: XCTestCase {
  private let kept = Acceptance.text(
    place: "lines 17-32", digest: "0123456789abcdef", reason: "ours, all of them: yes")
  private let aside = Acceptance.text(
    setAside: "line 4", to: "recovered/20260105-lines-scores.csv", digest: "00ff00ff00ff00ff",
    reason: "the disk failed: line 4")

  func testTheTextNamesLinesDigestAndReason() {
    XCTAssertEqual(kept, "accepted lines 17-32, 0123456789abcdef: ours, all of them: yes")
    XCTAssertEqual(
      aside,
      "set aside line 4 as recovered/20260105-lines-scores.csv, 00ff00ff00ff00ff:"
        + " the disk failed: line 4")
  }

  func testTheDigestIsReadFromTheText() {
    XCTAssertEqual(Acceptance.digest(in: kept), "0123456789abcdef")
    XCTAssertEqual(Acceptance.digest(in: aside), "00ff00ff00ff00ff")
    XCTAssertEqual(Acceptance.digest(in: "accepted line 2, 00ff: a, b: c"), "00ff")
    for text in ["", "accepted line 2", "accepted line 2, 00ff", "typed twice, 00ff: no"] {
      XCTAssertNil(Acceptance.digest(in: text), text)
    }
  }

  func testPeopleReadItWithoutTheDigest() {
    XCTAssertEqual(
      Acceptance.withoutDigest(kept), "accepted lines 17-32: ours, all of them: yes")
    XCTAssertEqual(Acceptance.withoutDigest("sealed line 2"), "sealed line 2")
  }
}
