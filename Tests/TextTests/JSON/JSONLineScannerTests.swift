import TestSupport
import XCTest

@testable import Text

final class JSONLineScannerTests: XCTestCase {
  func testKeysInTheSchemasOrder() {
    check(#"{"name":"Ada","score":7,"reason":"by phone"}"#, .values(["Ada", "7", "by phone"]))
    check(#"{"name":"Ada","reason":"by phone"}"#, .values(["Ada", "", "by phone"]))
    check(#"{"reason":"é€😀"}"#, .values(["", "", "é€😀"]))
    check("{}", .values(["", "", ""]))
  }

  func testKeysInAnyOrder() {
    check(#"{"reason":"x","score":7,"name":"Ada"}"#, .values(["Ada", "7", "x"]))
    check(#"{"score":7,"name":"Ada","reason":"x"}"#, .values(["Ada", "7", "x"]))
    check(#"{"\u006eame":"Ada","r\u0065ason":"x"}"#, .values(["Ada", "", "x"]))
  }

  func testSpacesAndTabsBetweenParts() {
    check(
      " \t{ \"name\" : \"Ada\" ,\t\"score\" :\t7 , \"reason\":\" x \" } \t",
      .values(["Ada", "7", " x "]))
    check("{ }", .values(["", "", ""]))
  }

  /// Section 7 of RFC 8259.
  func testEscapes() {
    check(#"{"name":"a\"b\\c\/d"}"#, .values([#"a"b\c/d"#, "", ""]))
    check(#"{"name":"\u0041\u00e9\u20AC","reason":"after"}"#, .values(["Aé€", "", "after"]))
    check(#"{"name":"\ud83d\uDE00","reason":"after"}"#, .values(["😀", "", "after"]))
    check(#"{"name":"\uD800\udc00\uDBFF\uDFFF"}"#, .values(["\u{10000}\u{10FFFF}", "", ""]))
    check(#"{"name":"\u0020\u007f\uFFFF"}"#, .values([" \u{7F}\u{FFFF}", "", ""]))
  }

  func testWrongEscapes() {
    check(#"{"name":"a\x"}"#, .notJSON(expected: "a JSON escape"), at: 10)
    check(#"{"name":"a\"#, .notJSON(expected: "a JSON escape"), at: 10)
    for digits in ["00e", "00eg", "+0e9", "00 9", "", "00\\u"] {
      check(#"{"name":"\u\#(digits)"}"#, .notJSON(expected: "four hexadecimal digits"), at: 11)
    }
    check(#"{"name":"\ud83d\u12"}"#, .notJSON(expected: "four hexadecimal digits"), at: 17)
    for halves in [#"\ud83d"#, #"\ude00"#, #"\ude00\ud83d"#, #"\ud83d\u0041"#, #"\ud83d\n"#] {
      check(#"{"name":"\#(halves)"}"#, .notJSON(expected: "a Unicode character"), at: 9)
    }
  }

  func testEscapedControlCharactersAreRefusedLikeThoseOfCSV() {
    for escape in [#"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0000"#, #"\u001f"#, #"\u000A"#] {
      check(#"{"name":"a\#(escape)b"}"#, .escapedControlCharacter, at: 10)
    }
  }

  /// A line feed written back into the buffer would be taken for the line's end.
  func testAFaultAfterAnEscapedLineFeedIsOneFault() {
    check(#"{"name":"a\nb","other":"x"}"#, .escapedControlCharacter, at: 10)
  }

  func testUnknownAndRepeatedKeys() {
    check(#"{"name":"Ada","nane":"x"}"#, .unknownKey("nane"), at: 14)
    check(#"{"":"x"}"#, .unknownKey(""), at: 1)
    check(#"{"name":"Ada","score":7,"name":"x"}"#, .repeatedKey("name"), at: 24)
    check(#"{"score":7,"score":7}"#, .repeatedKey("score"), at: 11)
    check(#"{"name":"","name":""}"#, .repeatedKey("name"), at: 11)
  }

  func testNumbersAndTextsDoNotStandForEachOther() {
    check(#"{"score":"7"}"#, .numberExpected("score"), at: 9)
    check(#"{"score":null}"#, .numberExpected("score"), at: 9)
    check(#"{"score":}"#, .numberExpected("score"), at: 9)
    check(#"{"name":7}"#, .textExpected("name"), at: 8)
    check(#"{"name":null}"#, .textExpected("name"), at: 8)
    check(#"{"name":{"a":"b"}}"#, .textExpected("name"), at: 8)
    check(#"{"score":-1.5e+10}"#, .values(["", "-1.5e+10", ""]))
    check(#"{"score":1E-7}"#, .values(["", "1E-7", ""]))
  }

  func testWhatIsNoObject() {
    check("", .notJSON(expected: "{"), at: 0)
    check("[1]", .notJSON(expected: "{"), at: 0)
    check("{", .notJSON(expected: "a key in quotation marks"), at: 1)
    check("{name:1}", .notJSON(expected: "a key in quotation marks"), at: 1)
    check(#"{"name":"x",}"#, .notJSON(expected: "a key in quotation marks"), at: 12)
    check(#"{"name" "x"}"#, .notJSON(expected: ":"), at: 8)
    check(#"{"name":"x" "score":7}"#, .notJSON(expected: ", or }"), at: 12)
    check(#"{"score":7x}"#, .notJSON(expected: ", or }"), at: 10)
    check(#"{"name":"x""#, .notJSON(expected: ", or }"), at: 11)
    check(#"{"name":"x"} {"#, .notJSON(expected: "the end of the line"), at: 13)
    check(#"{}}"#, .notJSON(expected: "the end of the line"), at: 2)
  }

  func testUnclosedTextsAndControlCharacters() {
    check(#"{"name":"x"#, .unclosedQuote, at: 8)
    check(#"{"name":"\u00e9x"#, .unclosedQuote, at: 8)
    check(#"{"name"#, .unclosedQuote, at: 1)
    for byte in UInt8.min..<0x20 where byte != ASCII.lineFeed {
      check("{\"name\":\"x\(UnicodeScalar(byte))\"}", .controlCharacter(byte), at: 10)
    }
    check("{\"name\":\"x\"}\r", .controlCharacter(0x0D), at: 12)
    check("{\"na\0me\":\"x\"}", .controlCharacter(0), at: 4)
  }

  private func check(_ line: String, _ reading: LineOutcome, testLine: UInt = #line) {
    let schema = LineSchema([
      LineSchema.Column("name"), LineSchema.Column("score", .number), LineSchema.Column("reason"),
    ])
    let scanner = LineScanner(schema: schema, format: .json)
    for offset in 0...8 {
      XCTAssertEqual(
        scanner.read(
          Array((line + "\n").utf8), columns: 3,
          before: [UInt8](repeating: ASCII.quote, count: offset)),
        [reading], line, line: testLine)
    }
  }

  private func check(
    _ line: String, _ kind: LineFault.Kind, at offset: Int, testLine: UInt = #line
  ) {
    check(line, .fault(LineFault(kind: kind, offset: offset)), testLine: testLine)
  }
}
