import TestSupport
import Text
import XCTest

@testable import Records

final class PreviousLineTests: XCTestCase {
  func testADateIsReadAnewWhereOneByteChanges() {
    var memory = PreviousLine()
    for text in variants(of: "2026-01-05") {
      for _ in 1...2 {
        XCTAssertEqual(read(text) { memory.date($0, $1) }, CalendarDate(text), text)
      }
      XCTAssertNotNil(read("2026-01-05") { memory.date($0, $1) })
    }
  }

  func testAMomentIsReadAnewWhereOneByteChanges() {
    var memory = PreviousLine()
    for text in variants(of: "2026-01-05T10:11:12Z") {
      for _ in 1...2 {
        XCTAssertEqual(read(text) { memory.timestamp($0, $1) }, Timestamp(text), text)
      }
      XCTAssertNotNil(read("2026-01-05T10:11:12Z") { memory.timestamp($0, $1) })
    }
  }

  func testTextsOfAnotherLengthAreNoDates() {
    var memory = PreviousLine()
    XCTAssertNotNil(read("2026-01-05") { memory.date($0, $1) })
    for text in ["", "2026-01-0", "2026-01-051"] {
      XCTAssertNil(read(text) { memory.date($0, $1) })
      XCTAssertNil(read(text) { memory.timestamp($0, $1) })
    }
    XCTAssertNil(read(String(repeating: "\0", count: 10)) { memory.date($0, $1) })
    XCTAssertNil(read(String(repeating: "\0", count: 20)) { memory.timestamp($0, $1) })
  }

  func testThePreviousNameIsNotTakenForAnother() {
    let names = [
      "", "a", "a\0", "b", "day30", "day90", "abcdefgh", "abcdefgi", "abcdefghi", "long-name-x",
    ]
    let table = InternTable(names)
    var last = PreviousName()
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let name = generator.pick(names + ["c", "day3", "abcdefghj"])
      XCTAssertEqual(
        read(name) { last.number(in: table, $0, $1) }, names.firstIndex(of: name), name)
    }
  }

  func testThePreviousNameOfAWrittenLineIsNotTakenForAnother() {
    let names = [
      "P1", "P10", "P100", "P2", "abcdefgh", "abcdefghi", "north-0123456789", "north-01234567890",
    ]
    let table = InternTable(names)
    for format in LineFormat.allCases {
      let line = WrittenLine(schema: StoreSchema.scores, format: format)
      var last = PreviousName()
      var generator = SeededGenerator(seed: 8)
      for round in 0..<3000 {
        // In stretches the same name, then each after its neighbor, then any, unknown ones too.
        let name =
          switch round / 20 % 3 {
          case 0: names[round / 60 % names.count]
          case 1: names[round % names.count]
          default: generator.pick(names + ["P", "P3", "P1000", "", "abcdefgj", "north-0123456780"])
          }
        let text = Array((name + (format == .csv ? "," : "\"") + "x\n").utf8)
        let bytes = text + [UInt8](repeating: 0, count: ByteWord.size)
        var position = 0
        let found = last.number(in: table, bytes.span.bytes, at: &position, of: line)
        XCTAssertEqual(found, names.firstIndex(of: name), name)
        XCTAssertEqual(position, found == nil ? 0 : name.utf8.count + 1, name)
        if let found { XCTAssertEqual(last.number, found) }
      }
    }
  }

  func testWithoutAnyNameNoneIsFound() {
    let line = WrittenLine(schema: StoreSchema.scores, format: .csv)
    let bytes = Array("P1,".utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    var last = PreviousName()
    var position = 0
    XCTAssertNil(last.number(in: InternTable(), bytes.span.bytes, at: &position, of: line))
    XCTAssertEqual(position, 0)
  }

  func testARunSaysWhatItSaidWhereItStandsAgain() {
    let bytes = Array("one,two,1\none,two,2\none,twi,3\none,tw".utf8)
    var run = PreviousColumns<Int>()
    var position = 10
    XCTAssertNil(run.pass(bytes.span.bytes, at: &position))
    run.note(0..<8, 7)
    XCTAssertEqual(run.pass(bytes.span.bytes, at: &position), 7)
    XCTAssertEqual(position, 18)
    for start in [11, 20, 30, bytes.count] {
      position = start
      XCTAssertNil(run.pass(bytes.span.bytes, at: &position), "\(start)")
      XCTAssertEqual(position, start)
    }
    run.note(10..<14, 8)
    position = 20
    XCTAssertEqual(run.pass(bytes.span.bytes, at: &position), 8)
    XCTAssertEqual(position, 24)
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
