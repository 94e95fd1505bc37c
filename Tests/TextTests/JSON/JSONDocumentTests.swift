import TestSupport
import Text
import XCTest

final class JSONDocumentTests: XCTestCase {
  func testEveryKindOfValue() throws {
    let text = #"{"b":[1,-2.5e3,"x\u00e9",true,false,null,{}],"a":{"d":1,"c":[]}}"#
    XCTAssertEqual(
      try parse(text),
      .object([
        "b": .array([
          .number(1), .number(-2500), .string("xé"), .bool(true), .bool(false), .null, .object([]),
        ]),
        "a": .object(["d": .number(1), "c": .array([])]),
      ]))
  }

  func testAValueMayStandAlone() throws {
    XCTAssertEqual(try parse("7"), .number(7))
    XCTAssertEqual(try parse(" \"x\"\n"), .string("x"))
    XCTAssertEqual(try parse("null"), .null)
  }

  func testTrueIsNoNumberAndOneIsNoTruth() throws {
    XCTAssertEqual(
      try parse("[1, 0, true, false]"),
      .array([.number(1), .number(0), .bool(true), .bool(false)]))
  }

  func testMembersKeepTheOrderOfTheFile() throws {
    let keys = (0..<40).map { "key\($0 * 7 % 40)" }
    let text = "{" + keys.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}"
    guard case .object(let members) = try parse(text) else { return XCTFail("no object") }
    XCTAssertEqual(members.map(\.key), keys)
  }

  /// RFC 8259, section 7.
  func testEveryEscape() throws {
    XCTAssertEqual(
      try parse(#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00\u0000""#),
      .string("\"\\/\u{8}\u{C}\n\r\tAé😀\0"))
  }

  func testAnErrorNamesTheFileThePlaceAndWhatToDo() {
    for (text, place, words) in [
      ("{\"a\": 1,\n \"b\" 2}", "2:6", "expected “:”, found “2”"),
      ("{\"a\": 1,}", "1:9", "expected a key in quotation marks, found “}”"),
      ("{\"a\": 1 \"b\"}", "1:9", "expected “,” or “}”, found “\"”"),
      ("[1 2]", "1:4", "expected “,” or “]”, found “2”"),
      ("[1,]", "1:4", "expected a value, found “]”"),
      ("[.5]", "1:2", "expected a value, found “.”"),
      ("[\n\né]", "3:1", "expected a value, found “é”"),
      ("", "1:1", "expected a value, found the end of the file"),
      ("[1,\n", "2:1", "expected a value, found the end of the file"),
      ("{} {}", "1:4", "expected the end of the file, found “{”"),
      ("{}\0", "1:3", "expected the end of the file, found “\u{2400}”"),
      ("nul", "1:1", "expected a value, found “n”"),
      (#"["\x"]"#, "1:3", #"expected a JSON escape, found “\”"#),
      (#"["\ud800"]"#, "1:3", #"expected a Unicode character, found “\”"#),
      (#"["\ude00\ud83d"]"#, "1:3", #"expected a Unicode character, found “\”"#),
      (#"["\u12"]"#, "1:5", "expected four hexadecimal digits, found “1”"),
      (#"["\"#, "1:3", #"expected a JSON escape, found “\”"#),
    ] {
      XCTAssertEqual(
        messages(text),
        [
          """
          program.json:\(place): this is not valid JSON: \(words)
            fix the file in a text editor, or restore a copy that worked
          """
        ])
    }
  }

  func testTextsEndOnTheirLineAndHoldNoControlCharacter() {
    for text in ["{\n  \"a", "{\n  \"a\n\": 1}"] {
      XCTAssertEqual(
        messages(text),
        [
          """
          program.json:2:3: this is not valid JSON: a quotation mark is not closed on the same line
            write a line break inside text as \\n
          """
        ])
    }
    XCTAssertEqual(
      messages("[\"a\tb\"]"),
      [
        """
        program.json:1:4: this is not valid JSON: a control character (byte 9) is inside text
          remove it
        """
      ])
    XCTAssertEqual(messages("[\"a\0b\"]").first?.contains("(byte 0)"), true)
  }

  func testOnlyUTF8IsRead() {
    XCTAssertEqual(
      messages(Array("[\n\"é\n".utf8) + [0xFF]),
      ["program.json:3:1: this file is not UTF-8 text\n  save it as UTF-8"])
    XCTAssertEqual(
      messages("\u{FEFF}{}"),
      ["program.json:1:1: the file starts with a byte order mark\n  save it as UTF-8 without one"])
  }

  /// Foundation ends the process at 513.
  func testDepthIsBounded() throws {
    for depth in [65, 513, 100_000] {
      for bracket in ["[", "{\"a\":"] {
        XCTAssertEqual(
          messages(String(repeating: bracket, count: depth)),
          [
            """
            program.json:1:\(64 * bracket.count + 1): lists and objects are \
            nested more than 64 deep
              fix the file in a text editor, or restore a copy that worked
            """
          ])
      }
    }
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    XCTAssertEqual(JSONWriter.compact(try parse(deepest)), deepest)
    // Only what is open counts.
    let wide = try parse("[" + [String](repeating: "[[]]", count: 100).joined(separator: ",") + "]")
    guard case .array(let elements) = wide else { return XCTFail("no list") }
    XCTAssertEqual(elements.count, 100)
  }

  /// Foundation keeps one of two without a word.
  func testEveryRepeatedKeyIsAnError() {
    XCTAssertEqual(
      messages("{\"a\": 1,\n \"b\": {\"a\": 2, \"a\": 3},\n \"\\u0061\": 4, \"a\": 5}"),
      [
        """
        program.json:2:16: the key “a” appears twice in one object
          keep only one; the first is on line 2
        """,
        """
        program.json:3:2: the key “a” appears twice in one object
          keep only one; the first is on line 1
        """,
        """
        program.json:3:15: the key “a” appears twice in one object
          keep only one; the first is on line 3
        """,
      ])
  }

  func testEveryNumberThatCannotBeHeldIsAnError() throws {
    let bad = [
      "1e999", "-1e400", "1e-400", "-0.1e-999", "01", "1.", "1.e3", "-", "1e", "1-2", "--1",
    ]
    XCTAssertEqual(
      messages("[" + bad.joined(separator: ",\n") + "]"),
      bad.indices.map { index in
        """
        program.json:\(index + 1):\(index == 0 ? 2 : 1): “\(bad[index])” is not a valid number
          write a number as 0.5, -3 or 1e-10; it must not be too large or too close to 0
        """
      })
    XCTAssertEqual(
      try parse("[0, -0.0e9, 0e-999, 1e-300, 1E+2, 4e-320]"),
      .array([0, 0, 0, 1e-300, 100, Double(bitPattern: 8096)].map(JSONValue.number)))
  }

  func testWhatFoundationReadsReadsTheSame() {
    var generator = SeededGenerator(seed: 9)
    var agreed = (read: 0, refused: 0)
    let documents = Fixtures.areSearchesLong ? 20_000 : 4_000
    for _ in 0..<documents {
      let bytes = RandomDocument.bytes(&generator)
      guard FoundationJSON.canJudge(bytes) else { continue }
      let value = try? JSONDocument.parse(bytes, file: "x.json")
      let expected = FoundationJSON.value(of: bytes)
      XCTAssertEqual(
        value.map(FoundationJSON.inOrderOfKeys), expected, String(decoding: bytes, as: UTF8.self))
      if value == nil { agreed.refused += 1 } else { agreed.read += 1 }
    }
    XCTAssertGreaterThan(agreed.read, documents / 4)
    XCTAssertGreaterThan(agreed.refused, documents / 4)
  }

  private func messages(_ text: String) -> [String] {
    messages(Array(text.utf8))
  }

  private func messages(_ bytes: [UInt8]) -> [String] {
    do throws(Problems) {
      _ = try JSONDocument.parse(bytes, file: "program.json")
      return []
    } catch {
      return error.diagnostics.map(\.text)
    }
  }

  private func parse(_ text: String) throws -> JSONValue {
    try JSONDocument.parse(Array(text.utf8), file: "program.json")
  }
}
