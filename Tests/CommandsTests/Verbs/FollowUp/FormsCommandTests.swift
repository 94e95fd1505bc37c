import XCTest

@testable import Commands

/// Whose forms are printed, and in which order. `Fixtures/Transcripts/forms.txt` shows what is
/// refused.
final class FormsCommandTests: XCTestCase {
  func testFormsAreThoseThatAreMissing() async throws {
    let place = try TestWorld()
    let world = try place.world(day: "2026-02-01", environment: ["OUTCOMES_STORE": "program"])
    for line in [
      "init program --instruments ucla-3,phq-9", "enroll P9 --on 2026-01-20",
      "enroll P2 --on 2026-01-31", "enroll P5 --on 2026-01-01", "enroll P7 --on 2025-06-01",
      "record P9 baseline phq-9 --score 3 --date 2026-01-20",
    ] {
      let code = await Commands.run(line.split(separator: " ").map(String.init), world)
      XCTAssertEqual(code, 0, line)
    }
    // P9 is late by 12 days, the window of P5's day 30 is open, and P2 was enrolled yesterday. P7
    // has missed everything.
    let expectations: [(line: String, sheets: [String])] = [
      ("", ["P9 · baseline: UCLA-3", "P2 · baseline: UCLA-3, PHQ-9", "P5 · day30: UCLA-3, PHQ-9"]),
      (
        "--order id",
        ["P2 · baseline: UCLA-3, PHQ-9", "P5 · day30: UCLA-3, PHQ-9", "P9 · baseline: UCLA-3"]
      ),
      ("--instrument phq-9", ["P2 · baseline: PHQ-9", "P5 · day30: PHQ-9"]),
      ("--timepoint day30", ["P5 · day30: UCLA-3, PHQ-9"]),
      (
        "--timepoint day30 --within 30",
        [
          "P5 · day30: UCLA-3, PHQ-9", "P9 · day30: UCLA-3, PHQ-9", "P2 · day30: UCLA-3, PHQ-9",
        ]
      ),
      ("P9", ["P9 · baseline: UCLA-3"]),
      (
        "P9 P7 --timepoint day90",
        ["P9 · day90: UCLA-3, PHQ-9", "P7 · day90: UCLA-3, PHQ-9"]
      ),
      ("--blank", ["without an id: UCLA-3, PHQ-9"]),
      (
        "--blank --timepoint day30 --timepoint day90 --instrument phq-9",
        ["day30: PHQ-9", "day90: PHQ-9"]
      ),
    ]
    for (line, sheets) in expectations {
      _ = place.takeOutput()
      let words = line.split(separator: " ").map(String.init)
      let code = await Commands.run(["forms"] + words + ["-o", "-"], world)
      XCTAssertEqual(code, 0, line)
      let items = place.takeOutput().out.matches(of: /<li><a href="#[^"]+">(.*?)<\/a>(.*?)<\/li>/)
      XCTAssertEqual(items.map { "\($0.output.1)\($0.output.2)" }, sheets, line)
    }
  }
}
