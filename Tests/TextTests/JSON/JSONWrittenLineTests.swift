import XCTest

@testable import Text

final class JSONWrittenLineTests: XCTestCase {
  /// Openings of 6, 9, 16 and 25 bytes: less than a word, more than one, two exactly, more than
  /// three.
  private static let schema = LineSchema([
    .init("a"), .init("score", .number), .init("recorded_by"), .init("preferred_language_s"),
  ])

  func testALineAsTheWriterPutsItIsFound() {
    check(
      #"{"a":"Ada","score":-1.5e+3,"recorded_by":"demo","preferred_language_s":"a longer text"}"#,
      ["Ada", "-1.5e+3", "demo", "a longer text"])
    check(#"{"a":"","recorded_by":"/"}"#, ["", "", "/", ""])
    check(#"{"a":"x","preferred_language_s":"é"}"#, ["x", "", "", "é"])
  }

  func testALineOfAnotherFormIsLeftToTheGeneralWay() {
    for line in [
      "{}", #"{"score":7}"#, #" {"a":"x"}"#, #"{ "a":"x"}"#, #"{"a": "x"}"#, #"{"a":"x"} "#,
      #"{"a":"x" }"#, #"{"a":"x","b":"y"}"#, #"{"a":"x","a":"y"}"#, #"{"a":"x","score":}"#,
      #"{"a":"x","score":"7"}"#, #"{"a":"x\n"}"#, #"{"a":"x\""}"#, #"{"a":"x"#, #"{"a":"x""#,
      #"{"a":"x"},"#, #"{"a":"x","recorded_by":"y","score":7}"#, "{\"a\":\"x\ty\"}", "",
      "{\"a\":\"x\"}\r", "}", #","score":7}"#, #","recorded_by":"y"}"#,
    ] {
      check(line, nil)
    }
  }

  /// Any byte of what stands around the values matters.
  func testAByteThatDiffersIsSeen() {
    let line = Array(#"{"a":"","score":7,"recorded_by":"","preferred_language_s":""}"#.utf8)
    for place in line.indices where line[place] != UInt8(ascii: "7") {
      var other = line
      other[place] ^= 0x01
      check(String(decoding: other, as: UTF8.self), nil)
    }
  }

  func testTextOutsideASCIIIsNoticed() {
    XCTAssertEqual(isASCII(#"{"a":"plain text of several words"}"#), true)
    XCTAssertEqual(isASCII(#"{"a":"é"}"#), false)
    XCTAssertEqual(isASCII(#"{"a":"x","recorded_by":"text of several words ß"}"#), false)
  }

  private func check(_ line: String, _ expected: [String]?, at place: UInt = #line) {
    let bytes = buffer(line)
    var fields = LineFields(columns: 4)
    fields[2] = 1..<2
    let found = JSONWrittenLine(schema: Self.schema).find(
      in: bytes.span.bytes, from: 3, into: &fields)
    XCTAssertEqual(found?.end, expected.map { _ in 3 + line.utf8.count }, line, line: place)
    guard found != nil else { return }
    XCTAssertEqual(
      (0..<4).map { String(decoding: bytes[fields[$0]], as: UTF8.self) }, expected, line: place)
  }

  private func isASCII(_ line: String) -> Bool? {
    var fields = LineFields(columns: 4)
    return JSONWrittenLine(schema: Self.schema).find(
      in: buffer(line).span.bytes, from: 3, into: &fields)?.isASCII
  }

  /// The line behind another one, and the spare bytes that a buffer ends with.
  private func buffer(_ line: String) -> [UInt8] {
    Array("{}\n\(line)\n".utf8) + [UInt8](repeating: 0, count: ByteWord.size)
  }
}
