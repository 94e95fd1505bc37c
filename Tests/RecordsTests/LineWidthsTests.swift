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
    XCTAssertEqual(try short(lines), [])
    let (table, _) = try read(lines, cut: 0)
    XCTAssertEqual(table.ids.texts, ["P1", "P3", "P2"])
    XCTAssertEqual(
      (0..<3).map { table.value(attribute: 0, participant: $0) },
      Array(repeating: "north", count: 3))
    XCTAssertEqual((0..<3).map { table.value(attribute: 1, participant: $0) }, ["", "", "40"])
  }

  func testALineThatLostAFieldIsNoOlderLine() throws {
    let shorter = new.replacing("north,40", with: "north")
    XCTAssertEqual(try short([settings + ",", old, settings + ",,", new, shorter]), [5])
    XCTAssertEqual(try short([settings + ",,", shorter]), [2])
    XCTAssertEqual(try short([settings + ",,", new, shorter, new, shorter]), [3, 5])
  }

  /// Without settings in between no line may have more fields than the one above.
  func testAFieldTooManyIsToldToo() throws {
    XCTAssertEqual(try short([settings + ",", old, new]), [3])
  }

  private func short(_ lines: [String]) throws -> [Int?] {
    let found = try (0...lines.count).map { try read(lines, cut: $0).short }
    XCTAssertEqual(Set(found).count, 1, "cutting the file changes nothing")
    return found[0]
  }

  private func read(
    _ lines: [String], cut: Int
  ) throws -> (table: ParticipantTable, short: [Int?]) {
    let reader = ParticipantChunkReader(
      settings: try SampleProgram.settings(), file: "participants.csv")
    var table = ParticipantTable(attributes: 2)
    var widths = LineWidths()
    var short: [Int?] = []
    for (piece, before) in [(lines[..<cut], 0), (lines[cut...], cut)] {
      let chunk = StoreText(Array(piece)).read { reader.read(&$0, lines: $1) }
      XCTAssertEqual(reader.problems(of: chunk, addedTo: &table), [])
      short += reader.shortLines(of: chunk, after: &widths).map { $0.location?.line }
        .map { $0.map { $0 + before } }
    }
    return (table, short)
  }
}
