import TestSupport
import Text
import XCTest

final class JSONWriterTests: XCTestCase {
  /// Section 7 of RFC 8259: quotation mark, backslash and every control character; and what else a
  /// terminal obeys.
  func testEscapes() {
    XCTAssertEqual(JSONWriter.quoted(#"a"b\c/d"#), #""a\"b\\c/d""#)
    XCTAssertEqual(JSONWriter.quoted("\n\r\t"), #""\n\r\t""#)
    XCTAssertEqual(JSONWriter.quoted("\0\u{8}\u{1F}"), #""\u0000\u0008\u001f""#)
    XCTAssertEqual(JSONWriter.quoted(" é😀\u{2028}e\u{301}"), "\" é😀\u{2028}e\u{301}\"")
    XCTAssertEqual(JSONWriter.quoted("\u{7F}\u{9B}\u{202E}"), #""\u007f\u009b\u202e""#)
    XCTAssertEqual(JSONWriter.quoted("\r\n"), #""\r\n""#)
  }

  func testValuesOnOneLine() {
    XCTAssertEqual(
      JSONWriter.compact(
        .object([
          "b": .array([.integer(1), .number(2.5), .null]), "a": .object([]), "c": .array([]),
          "d\"": .array([.bool(true), .bool(false), .string("x")]),
        ])),
      #"{"b": [1, 2.5, null], "a": {}, "c": [], "d\"": [true, false, "x"]}"#)
  }

  func testObjectsInsideMakeSeveralLines() {
    XCTAssertEqual(
      JSONWriter.pretty(
        .object([
          "name": .string("x"), "range": .array([.integer(0), .integer(27)]),
          "timepoints": .array([
            .object(["id": .string("baseline"), "day": .integer(0)]),
            .object(["inner": .object(["deep": .null])]),
          ]),
          "none": .array([]),
        ])),
      """
      {
        "name": "x",
        "range": [0, 27],
        "timepoints": [
          {"id": "baseline", "day": 0},
          {
            "inner": {"deep": null}
          }
        ],
        "none": []
      }
      """)
  }

  /// A line holds 96 bytes with its indent, and not one more.
  func testLongListsGetALineForEachElement() {
    let fits = JSONValue.array([.string(String(repeating: "x", count: 92))])
    XCTAssertEqual(JSONWriter.pretty(fits), JSONWriter.compact(fits))
    let tooLong = JSONValue.array([.string(String(repeating: "x", count: 93))])
    XCTAssertEqual(
      JSONWriter.pretty(tooLong), "[\n  \"" + String(repeating: "x", count: 93) + "\"\n]")
    XCTAssertEqual(
      JSONWriter.pretty(fits, indent: 2),
      "[\n    \"" + String(repeating: "x", count: 92) + "\"\n  ]")
  }

  func testPrintedDocumentsAreReadBack() throws {
    var generator = SeededGenerator(seed: 50)
    for _ in 0..<300 {
      let value = randomValue(&generator, depth: 0)
      for text in [JSONWriter.pretty(value), JSONWriter.compact(value)] {
        XCTAssertEqual(try JSONDocument.parse(Array(text.utf8), file: "x.json"), value, text)
      }
    }
  }

  /// Any value.
  private func randomValue(_ generator: inout SeededGenerator, depth: Int) -> JSONValue {
    let count = generator.number(below: 4)
    switch generator.number(below: depth == 3 ? 4 : 6) {
    case 0: return .null
    case 1: return .bool(generator.number(below: 2) == 0)
    case 2: return .number(Double(generator.number(below: 100_000)) / 100)
    case 3: return .string(generator.pick(["", "a \"b\"", "é\n\u{1}\u{85}", "\\\u{2066}", "😀"]))
    case 4: return .array((0..<count).map { _ in randomValue(&generator, depth: depth + 1) })
    default:
      return .object(
        ["c\t", "a", "b \""].prefix(count).map {
          JSONMember($0, randomValue(&generator, depth: depth + 1))
        })
    }
  }
}
