import XCTest

@testable import Interchange

final class TableSyntaxTests: XCTestCase {
  func testTextsOfCSVAreQuotedAsRFC4180Says() {
    let cells = ["plain": "plain", "a,b": "\"a,b\"", "say \"x\"": "\"say \"\"x\"\"\"", "": ""]
    for (value, expected) in cells {
      XCTAssertEqual(text(value, ExportStyle(.csv)), expected)
    }
  }

  func testTextsThatOWASPNamesAsFormulasAreMadeHarmless() {
    for start in ["=", "+", "-", "@", "\t", "\r"] {
      let value = start + "1"
      let quotes = start == "\r" ? "\"" : ""
      XCTAssertEqual(text(value, ExportStyle(.csv)), quotes + "'" + value + quotes)
      XCTAssertEqual(text(value, ExportStyle(.csv, raw: true)), quotes + value + quotes)
    }
    XCTAssertEqual(text("=1,2", ExportStyle(.csv)), "\"'=1,2\"")
    XCTAssertEqual(text("=1", ExportStyle(.json)), "\"=1\"")
  }

  func testTextsOfJSONAreEscapedAsRFC8259Says() {
    XCTAssertEqual(text("a\"b\\c\u{1}é", ExportStyle(.json)), "\"a\\\"b\\\\c\\u0001é\"")
    XCTAssertEqual(text("", ExportStyle(.json)), "null")
  }

  func testNumbersAreNeverNeutralized() {
    for format in ExportFormat.allCases {
      let syntax = TableSyntax(columns: ["a"], style: ExportStyle(format))
      XCTAssertEqual(String(decoding: syntax.number(-6.25), as: UTF8.self), "-6.25")
      XCTAssertEqual(String(decoding: syntax.number(-6), as: UTF8.self), "-6")
      XCTAssertEqual(syntax.number(nil), syntax.missing)
    }
  }

  private func text(_ value: String, _ style: ExportStyle) -> String {
    String(decoding: TableSyntax(columns: ["a"], style: style).text(value), as: UTF8.self)
  }
}
