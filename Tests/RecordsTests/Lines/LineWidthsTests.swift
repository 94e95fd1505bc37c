import TestSupport
import Text
import XCTest

@testable import Records

/// Lines that are older than a column, and lines that lost one.
final class LineWidthsTests: XCTestCase {
  private let settings = ",,settings,2026-01-01T10:00:00Z,ada,changed,"
  private let old = "P1,2026-01-01,enroll,2026-01-01T10:00:00Z,ada,,north,"
  private let new = "P2,2026-01-01,enroll,2026-01-01T10:00:00Z,ada,,north,40,"

  func testOlderLinesLackTheColumn() throws {
    let lines = [settings + ",", old, old.replacing("P1", with: "P3"), settings + ",,", new]
    XCTAssertEqual(try uneven(lines), [])
    let (table, _) = try read(lines, cut: 0)
    XCTAssertEqual(table.ids.texts, ["P1", "P3", "P2"])
    XCTAssertEqual(
      (0..<3).map { table.value(attribute: 0, participant: $0) },
      Array(repeating: "north", count: 3))
    XCTAssertEqual((0..<3).map { table.value(attribute: 1, participant: $0) }, ["", "", "40"])
  }

  func testALineThatLostAFieldIsNoOlderLine() throws {
    let shorter = new.replacing("north,40", with: "north")
    XCTAssertEqual(try uneven([settings + ",", old, settings + ",,", new, shorter]), [5])
    XCTAssertEqual(try uneven([settings + ",,", shorter]), [2])
    XCTAssertEqual(try uneven([settings + ",,", new, shorter, new, shorter]), [3, 5])
  }

  /// The settings that added a column may have been damaged and set aside.
  func testLinesMayGrowWithoutSettings() throws {
    XCTAssertEqual(try uneven([settings + ",", old, new, new.replacing("P2", with: "P3")]), [])
    XCTAssertEqual(try uneven([settings + ",", old, new]), [])
    let shorter = new.replacing("P2", with: "P4").replacing("north,40", with: "north")
    XCTAssertEqual(
      try uneven([settings + ",", old, new, new.replacing("P2", with: "P3"), shorter]), [5])
  }

  /// One line alone that has more fields than its neighbors was damaged.
  func testAFieldTooManyIsToldToo() throws {
    XCTAssertEqual(try uneven([settings + ",", old, new, old.replacing("P1", with: "P3")]), [3])
  }

  private func uneven(_ lines: [String]) throws -> [Int?] {
    let found = try (0...lines.count).map { try read(lines, cut: $0).uneven }
    XCTAssertEqual(Set(found).count, 1, "cutting the file changes nothing")
    return found[0]
  }

  private func read(
    _ lines: [String], cut: Int
  ) throws -> (table: ParticipantColumns, uneven: [Int?]) {
    let reader = ParticipantChunkReader(
      settings: try SampleProgram.settings(), file: "participants.csv")
    var table = ParticipantColumns(attributes: 2)
    var widths = LineWidths()
    var uneven: [Int?] = []
    for (piece, before) in [(lines[..<cut], 0), (lines[cut...], cut)] {
      let chunk = StoreText(Array(piece)).read { reader.read(&$0, lines: $1) }
      XCTAssertEqual(reader.problems(of: chunk, addedTo: &table), [])
      uneven += reader.unevenLines(of: chunk, after: &widths).map { $0.location?.line }
        .map { $0.map { $0 + before } }
    }
    return (table, uneven)
  }
}
