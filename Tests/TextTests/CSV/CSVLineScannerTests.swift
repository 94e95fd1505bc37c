import TestSupport
import XCTest

@testable import Text

final class CSVLineScannerTests: XCTestCase {
  func testPlainFields() {
    check("a,b,c", .values(["a", "b", "c"]))
    check("a long field, with spaces ,c", .values(["a long field", " with spaces ", "c"]))
    check("é,😀,c", .values(["é", "😀", "c"]))
  }

  func testEmptyFields() {
    check(",,", .values(["", "", ""]))
    check("a,,", .values(["a", "", ""]))
    check(",,c", .values(["", "", "c"]))
    check(#""","","""#, .values(["", "", ""]))
  }

  func testQuotedFields() {
    check(#""a","b,b","c""#, .values(["a", "b,b", "c"]))
    check(#"a,"long, and quoted",c"#, .values(["a", "long, and quoted", "c"]))
    check(#"a,"she said ""no""",c"#, .values(["a", #"she said "no""#, "c"]))
    check(#""""","""""",",""#, .values([#"""#, #""""#, ","]))
  }

  /// What is left of a quoted field after unquoting must not run into its neighbors.
  func testFieldsAfterQuotedOnesAreWhole() {
    check(#""a""b""c""d",e,f"#, .values([#"a"b"c"d"#, "e", "f"]))
    check(#""a""""""""b","""c","d""""#, .values([#"a""""b"#, #""c"#, #"d""#]))
  }

  func testTooFewAndTooManyFields() {
    check("", .tooFewFields(found: 1, expected: 3), at: 0)
    check("a,b", .tooFewFields(found: 2, expected: 3), at: 3)
    check(#"a,"b""#, .tooFewFields(found: 2, expected: 3), at: 5)
    check("a,b,c,", .tooManyFields(expected: 3), at: 6)
    check("a,b,c,d", .tooManyFields(expected: 3), at: 7)
    check(#"a,b,c,"d""#, .tooManyFields(expected: 3), at: 6)
    check("a,b,c,d,e,f,g", .tooManyFields(expected: 3), at: 7)
  }

  func testStrayQuotes() {
    check(#"a,"b,c"#, .unclosedQuote, at: 2)
    check(#"a,b,""#, .unclosedQuote, at: 4)
    check(#"a,b,"c"""#, .unclosedQuote, at: 4)
    check(#"a,b"b,c"#, .quoteInsideField, at: 3)
    check(#"a,b, "c""#, .quoteInsideField, at: 5)
    check(#"a,"b"b,c"#, .textAfterQuote, at: 5)
    check(#"a,"b" ,c"#, .textAfterQuote, at: 5)
  }

  func testControlCharactersAreRefusedInPlainAndQuotedFields() {
    for byte in UInt8.min..<0x20 where byte != ASCII.lineFeed {
      let character = String(UnicodeScalar(byte))
      check("a,b\(character),c", .controlCharacter(byte), at: 3)
      check("a,\"b\(character)\",c", .controlCharacter(byte), at: 4)
    }
    check("a,b,c\r", .controlCharacter(0x0D), at: 5)
    check("a,b,\u{7F}", .values(["a", "b", "\u{7F}"]))
  }

  /// The fault and the one after it: the first one counts.
  func testTheFirstFaultCounts() {
    check("a\0,b\"", .controlCharacter(0), at: 1)
    check("a\",b\0", .quoteInsideField, at: 1)
  }

  /// Older than the columns before the last: they are empty, and the last field stays the last.
  func testAnOlderLineLacksColumns() {
    let names = ["x", "y", "z", "seal"].map { LineSchema.Column($0) }
    let schema = LineSchema(names, addedColumns: 2)
    let scanner = LineScanner(schema: schema, format: .csv)
    for (line, values) in [
      ("a,b,c,s", ["a", "b", "c", "s"]), ("a,b,s", ["a", "b", "", "s"]),
      ("a,s", ["a", "", "", "s"]),
      ("a,\"b,\"\"\",s", ["a", "b,\"", "", "s"]), ("a,\"s\"", ["a", "", "", "s"]),
      ("a,", ["a", "", "", ""]),
    ] {
      XCTAssertEqual(
        scanner.read(Array((line + "\n").utf8), columns: 4), [.values(values)], line)
    }
    XCTAssertEqual(
      scanner.read(Array("s\na,b,c,d,s\n".utf8), columns: 4).map(\.fault?.kind),
      [.tooFewFields(found: 1, expected: 4), .tooManyFields(expected: 4)])
  }

  private func check(_ line: String, _ reading: LineOutcome, testLine: UInt = #line) {
    let schema = LineSchema(["x", "y", "z"].map { LineSchema.Column($0) })
    let scanner = LineScanner(schema: schema, format: .csv)
    for offset in 0...8 {
      XCTAssertEqual(
        scanner.read(
          Array((line + "\n").utf8), columns: 3,
          before: [UInt8](repeating: ASCII.comma, count: offset)),
        [reading], line, line: testLine)
    }
  }

  private func check(
    _ line: String, _ kind: LineFault.Kind, at offset: Int, testLine: UInt = #line
  ) {
    check(line, .fault(LineFault(kind: kind, offset: offset)), testLine: testLine)
  }
}
