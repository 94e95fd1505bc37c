import Text
import XCTest

@testable import Records

final class LineMemoryTests: XCTestCase {
  func testADateIsReadAnewWhereOneByteChanges() {
    var memory = LineMemory()
    for text in variants(of: "2026-01-05") {
      for _ in 1...2 {
        XCTAssertEqual(read(text) { memory.date($0, $1) }, CalendarDate(text), text)
      }
      XCTAssertNotNil(read("2026-01-05") { memory.date($0, $1) })
    }
  }

  func testAMomentIsReadAnewWhereOneByteChanges() {
    var memory = LineMemory()
    for text in variants(of: "2026-01-05T10:11:12Z") {
      for _ in 1...2 {
        XCTAssertEqual(read(text) { memory.timestamp($0, $1) }, Timestamp(text), text)
      }
      XCTAssertNotNil(read("2026-01-05T10:11:12Z") { memory.timestamp($0, $1) })
    }
  }

  func testTextsOfAnotherLengthAreNoDates() {
    var memory = LineMemory()
    XCTAssertNotNil(read("2026-01-05") { memory.date($0, $1) })
    for text in ["", "2026-01-0", "2026-01-051"] {
      XCTAssertNil(read(text) { memory.date($0, $1) })
      XCTAssertNil(read(text) { memory.timestamp($0, $1) })
    }
    XCTAssertNil(read(String(repeating: "\0", count: 10)) { memory.date($0, $1) })
    XCTAssertNil(read(String(repeating: "\0", count: 20)) { memory.timestamp($0, $1) })
  }

  func testTheLastNameIsNotTakenForAnother() {
    let names = [
      "", "a", "a\0", "b", "day30", "day90", "abcdefgh", "abcdefgi", "abcdefghi", "long-name-x",
    ]
    let table = InternTable(names)
    var last = LastName()
    var generator = SeededGenerator(state: 3)
    for _ in 0..<2000 {
      let name = generator.pick(names + ["c", "day3", "abcdefghj"])
      XCTAssertEqual(
        read(name) { last.number(in: table, $0, $1) }, names.firstIndex(of: name), name)
    }
  }

  /// The text with each byte in turn replaced by a digit and by a letter.
  private func variants(of text: String) -> [String] {
    text.utf8.indices.flatMap { index in
      ["0", "1", "3", "x"].map { text.replacingCharacters(in: index...index, with: $0) }
    }
  }

  private func read<Value>(_ text: String, _ body: (RawSpan, Range<Int>) -> Value) -> Value {
    let bytes = Array("7\(text)".utf8) + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    return body(bytes.span.bytes, 1..<1 + text.utf8.count)
  }
}
