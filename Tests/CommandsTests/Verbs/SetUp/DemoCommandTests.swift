import Foundation
import TestSupport
import XCTest

@testable import Commands

/// What `outcomes demo` makes and says.
final class DemoCommandTests: XCTestCase {
  /// The folder in `Fixtures` is what a person gets, byte for byte, in both kinds of store.
  func testMakesTheProgramsInTheFixtures() async throws {
    for format in ["csv", "json"] {
      let place = try TestWorld()
      let code = await Commands.run(["demo", "made", "--format", format], try place.world())
      XCTAssertEqual(code, 0)
      let ending = format == "csv" ? "csv" : "jsonl"
      for name in ["program.json", "participants.\(ending)", "scores.\(ending)"] {
        let made = try Data(contentsOf: place.folder.appendingPathComponent("made/\(name)"))
        let kept = try Data(contentsOf: Fixtures.url("Programs/demo-\(format)/\(name)"))
        XCTAssertTrue(made == kept, "\(format): \(name)")
      }
    }
  }

  /// The figures of the published study, as they are printed there.
  func testShowsThePublishedChanges() async throws {
    let place = try TestWorld()
    _ = await Commands.run(["demo", "made"], try place.world())
    let (out, err) = place.takeOutput()
    XCTAssertEqual(err, "")
    for row in [
      "UCLA-3        30 days    −11.6 %  day30  −11.6 %",
      "UCLA-3        90 days    −14.6 %  day90  −14.6 %",
      "PHQ-2         90 days    −50.1 %  day90  −50.1 %",
      "GAD-7         90 days      −29 %  day90  −29.0 %",
      "Healthy Days  90 days      −13 %  day90  −13.0 %", "US$615 per participant per year",
      "None of them are real", "was\nchosen because it gives that figure",
    ] {
      XCTAssertTrue(Self.onOneLine(out).contains(Self.onOneLine(row)), row)
    }
  }

  /// The same cohort in both kinds of store gives the same summary to the last byte, whatever the
  /// number of threads.
  func testBothKindsOfStoreGiveTheSameSummary() async throws {
    var summaries: Set<String> = []
    for (format, threads) in [("csv", 1), ("csv", 3), ("json", 1), ("json", 4)] {
      let place = try TestWorld()
      let store = Fixtures.url("Programs/demo-\(format)").path
      let code = await Commands.run(
        ["summary", "--format", "json", "--by", "site", "--store", store, "--as-of", "2025-06-30"],
        try place.world(threads: threads))
      XCTAssertEqual(code, 0)
      summaries.insert(place.takeOutput().out)
    }
    XCTAssertEqual(summaries.count, 1)
    XCTAssertTrue(summaries.allSatisfy { $0.contains("\"enrolled\": 815") })
  }

  /// The published threshold, 3 points, has 69 people better on UCLA-3, however the answers go
  /// together; the reliability of the index is the published one.
  func testSingleChangesAreJudgedByWhatWasPublished() async throws {
    let place = try TestWorld()
    let store = Fixtures.url("Programs/demo-csv").path
    let code = await Commands.run(
      [
        "responders", "--instrument", "ucla-3", "--format", "json", "--store", store, "--as-of",
        "2025-06-30",
      ], try place.world())
    XCTAssertEqual(code, 0)
    let document = try JSONSerialization.jsonObject(with: Data(place.takeOutput().out.utf8))
    let measures = try XCTUnwrap((document as? [String: Any])?["measures"] as? [[String: Any]])
    let measure = try XCTUnwrap(measures.first)
    XCTAssertEqual(measure["reliability"] as? Double, 0.72)
    XCTAssertEqual(measure["reliability_from"] as? String, "published")
    XCTAssertEqual(measure["reliable_by"] as? String, "published_reliable_change")
    let better = try XCTUnwrap((measure["outcomes"] as? [[String: Any]])?.first)
    XCTAssertEqual(better["judged_by"] as? String, "published_reliable_change")
    XCTAssertEqual(better["count"] as? Int, 69)
  }

  func testItsProgramIsSound() async throws {
    for format in ["csv", "json"] {
      let place = try TestWorld()
      let store = try Self.closedCopy(of: "Programs/demo-\(format)", in: place)
      let code = await Commands.run(["check", "--store", store], try place.world())
      XCTAssertEqual(code, 0)
      XCTAssertEqual(place.takeOutput().out, "")
    }
  }

  func testNamesATemporaryFolderThatIsNew() async throws {
    let place = try TestWorld()
    let world = try place.world()
    try FileManager.default.createDirectory(
      atPath: world.temporaryFolder(), withIntermediateDirectories: true)
    for _ in 1...2 {
      let code = await Commands.run(["demo", "--participants", "5"], world)
      XCTAssertEqual(code, 0)
    }
    let made = try FileManager.default.contentsOfDirectory(atPath: world.temporaryFolder())
    XCTAssertEqual(
      made.sorted(), ["outcomes-demo-20260630120000", "outcomes-demo-20260630120000-2"])
    XCTAssertTrue(
      place.takeOutput().out.contains("Created \(world.temporaryFolder())/outcomes-demo-"))
  }

  /// A checked-out program is open to everybody; a copy that is its owner's alone is not.
  private static func closedCopy(of name: String, in place: TestWorld) throws -> String {
    let copy = place.folder.appendingPathComponent("copy").path
    try FileManager.default.copyItem(atPath: Fixtures.url(name).path, toPath: copy)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: copy)
    return copy
  }

  private static func onOneLine(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
