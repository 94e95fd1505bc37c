import Records
import Text
import XCTest

final class AcceptanceTests: XCTestCase {
  private func acceptance() throws -> Acceptance {
    Acceptance(
      place: "lines 17-32", digest: "0123456789abcdef", reason: "ours, all of them: yes",
      recordedAt: try SampleProgram.timestamp("2026-01-05T10:00:00Z"), recordedBy: "ada")
  }

  func testItsLineHoldsNothingButFourValues() throws {
    let reason = "accepted lines 17-32, 0123456789abcdef: ours, all of them: yes"
    XCTAssertEqual(
      try acceptance().values(StoreSchema.scores),
      ["", "", "", "", "", "", "accept", "2026-01-05T10:00:00Z", "ada", reason, ""])
    XCTAssertEqual(
      try acceptance().values(StoreSchema.participants(attributes: ["site"])),
      ["", "", "accept", "2026-01-05T10:00:00Z", "ada", reason, "", ""])
  }

  func testTheDigestIsReadFromTheReason() throws {
    let reason = try acceptance().values(StoreSchema.scores)[9]
    XCTAssertEqual(Acceptance.digest(in: reason), "0123456789abcdef")
    XCTAssertEqual(Acceptance.digest(in: "accepted line 2, 00ff: a, b: c"), "00ff")
    for text in ["", "accepted line 2", "accepted line 2, 00ff", "typed twice, 00ff: no"] {
      XCTAssertNil(Acceptance.digest(in: text), text)
    }
  }
}
