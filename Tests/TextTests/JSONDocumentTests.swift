import Text
import XCTest

final class JSONDocumentTests: XCTestCase {
  func testEveryKindOfValue() throws {
    let text = #"{"b":[1,-2.5e3,"x\u00e9",true,false,null,{}],"a":{"d":1,"c":[]}}"#
    XCTAssertEqual(
      try parse(text),
      .object([
        "a": .object(["c": .array([]), "d": .number(1)]),
        "b": .array([
          .number(1), .number(-2500), .string("xé"), .bool(true), .bool(false), .null, .object([]),
        ]),
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

  func testMembersComeInTheOrderOfTheirKeys() throws {
    let keys = (0..<40).map { "key\($0)" }
    let text = "{" + keys.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}"
    guard case .object(let members) = try parse(text) else { return XCTFail("no object") }
    XCTAssertEqual(members.map(\.key), keys.sorted())
  }

  func testAnErrorNamesTheFileThePlaceAndWhatToDo() {
    for (text, words) in [
      ("{\"a\": 1,\n\"b\" 2}", "Invalid value around character 13"),
      ("[.5]", "Invalid value around character 1"),
      ("", "Unexpected end of file during JSON parse"),
      ("{} {}", "Invalid value around character 3"),
    ] {
      XCTAssertEqual(
        messages(text),
        [
          """
          program.json: this is not valid JSON: \(words)
            mend the file in a text editor, or put back a copy that worked
          """
        ])
    }
  }

  func testWhatOnlyTheValuesShowIsAnErrorToo() {
    for text in ["[1e999]", "[01]", "[1.]", "[\"\\x\"]", "[\"\\ud800\"]"] {
      XCTAssertEqual(messages(text).count, 1, text)
    }
  }

  private func messages(_ text: String) -> [String] {
    do throws(Problems) {
      _ = try JSONDocument.parse(Array(text.utf8), file: "program.json")
      return []
    } catch {
      return error.diagnostics.map(\.text)
    }
  }

  private func parse(_ text: String) throws -> JSONValue {
    try JSONDocument.parse(Array(text.utf8), file: "program.json")
  }
}
