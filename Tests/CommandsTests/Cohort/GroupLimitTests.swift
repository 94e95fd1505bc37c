import Foundation
import XCTest

@testable import Commands

/// An attribute that tells people apart makes no groups: no command compares more than can be read.
final class GroupLimitTests: XCTestCase {
  private static let refusal = """
    outcomes: site has 501 values: at most 500 groups can be compared
      choose an attribute with fewer values, or export one row per participant with \
    `outcomes export --layout wide`

    """

  func testMoreThanFiveHundredGroupsAreRefusedByEveryCommand() async throws {
    let place = try TestWorld()
    try await prepare(place, people: 501)
    for arguments in [
      ["summary"], ["summary", "--share"], ["change"], ["attrition"], ["responders"], ["models"],
    ] {
      let (code, out, err) = try await run(arguments + ["--by", "site"], place)
      XCTAssertEqual(code, 1, "\(arguments)")
      XCTAssertEqual(out, "")
      XCTAssertEqual(err, Self.refusal)
    }
    let (code, _, err) = try await run(["explain", "change ucla-3 day30 site=s7"], place)
    XCTAssertEqual(code, 1)
    XCTAssertEqual(err, Self.refusal)
  }

  func testOnlyTheGroupsOfThoseWhoAreMeantCount() async throws {
    let place = try TestWorld()
    try await prepare(place, people: 501)
    let (code, out, err) = try await run(
      ["attrition", "--by", "site", "--where", "age_band=a0", "--format", "csv"], place)
    XCTAssertEqual(code, 0)
    XCTAssertEqual(err, "")
    XCTAssertTrue(out.contains(",s500,"))
  }

  /// Enrolls people on one day, each at a site of their own, of two age bands.
  private func prepare(_ place: TestWorld, people: Int) async throws {
    _ = try await run(
      ["init", "p", "--instruments", "ucla-3", "--attributes", "site,age_band"], place, store: nil)
    let lines = (0..<people).map {
      "P\($0),2026-01-05,enroll,2026-01-05T10:00:00Z,dana,,s\($0),a\($0 % 2),\n"
    }
    let file = place.folder.appendingPathComponent("p/participants.csv")
    try Data(try Data(contentsOf: file) + Data(lines.joined().utf8)).write(to: file)
  }

  private func run(
    _ arguments: [String], _ place: TestWorld, store: String? = "p"
  ) async throws -> (code: Int32, out: String, err: String) {
    let code = await Commands.run(
      arguments + (store.map { ["--store", $0] } ?? []), try place.world())
    let output = place.takeOutput()
    return (code, output.out, output.err)
  }
}
