import Foundation
import TestSupport
import Text
import XCTest

final class DecimalTextTests: XCTestCase {
  /// Section 6 of RFC 8259.
  func testTheGrammarOfJSONNumbers() {
    let accepted: KeyValuePairs = [
      "0": 0, "-0": 0, "7": 7, "10": 10, "-5": -5, "0.5": 0.5, "18.59": 18.59, "1e3": 1000,
      "1E3": 1000, "1e+3": 1000, "1.5e-3": 0.0015, "0e5": 0, "0.0": 0, "9007199254740993": 0x1p53,
      "123456789012345": 123_456_789_012_345, "0.000000000000001": 1e-15,
    ]
    for (text, number) in accepted { XCTAssertEqual(DecimalText.parse(text), number, text) }
    for text in [
      "", "-", "+", "+1", ".", ".5", "-.5", "5.", "-5.", "1.e5", "1e", "1e+", "e5", "01", "-01",
      "00",
      "007.5", "0000000000000000001", "1.2.3", "1-2", "--1", "-+1", "1,5", "1 ", " 1", "0x10",
      "1_000",
      "1e-400", "-1e-400", "0.1e-400", "0.00000000000000001e-400", "inf", "nan", "infinity",
      "1e400", "-1e400", "1f", "٣",
    ] {
      XCTAssertNil(DecimalText.parse(text), text)
    }
  }

  func testAPersonMayLeaveOutTheZeroOrAddAPlus() {
    let accepted: KeyValuePairs = [
      ".86": 0.86, "-.5": -0.5, "+.5": 0.5, "+0.86": 0.86, "+7": 7, "0.86": 0.86, "-3": -3,
      "1e-3": 0.001,
    ]
    for (text, number) in accepted { XCTAssertEqual(DecimalText.parse(typed: text), number, text) }
    for text in ["", ".", "+", "-", "+-1", "-+1", "++1", "+.", "5.", "..5", "0,86", "1 ", "nan"] {
      XCTAssertNil(DecimalText.parse(typed: text), text)
    }
  }

  func testWhatIsTooSmallIsNotZero() {
    XCTAssertNil(DecimalText.parse("1e-324"))
    XCTAssertEqual(DecimalText.parse("5e-324"), .leastNonzeroMagnitude)
    XCTAssertEqual(DecimalText.parse("0e-400"), 0)
    XCTAssertEqual(DecimalText.parse("-0.000000000000000000e5"), 0)
  }

  func testMinusZeroKeepsItsSign() throws {
    XCTAssertEqual(try XCTUnwrap(DecimalText.parse("-0.0")).sign, .minus)
    XCTAssertEqual(try XCTUnwrap(DecimalText.parse("0.0")).sign, .plus)
  }

  func testRandomDecimalsAgreeWithStrtod() throws {
    var generator = SeededGenerator(seed: 30)
    for _ in 0..<20_000 {
      let digits = (0..<1 + generator.number(below: 20)).map { _ in
        String(generator.number(below: 10))
      }
      var text = generator.pick(["", "-"]) + String(generator.number(below: 10))
      if text.last != "0" { text += digits.joined() }
      if generator.number(below: 3) > 0 { text += "." + digits.reversed().joined() }
      if generator.number(below: 4) == 0 { text += "e\(generator.number(below: 60) - 30)" }
      let number = try XCTUnwrap(DecimalText.parse(text), text)
      XCTAssertEqual(number.bitPattern, strtod(text, nil).bitPattern, text)
    }
  }

  func testRandomHeapsOfSignsAgreeWithTheGrammar() {
    let grammar = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/
    var generator = SeededGenerator(seed: 31)
    var accepted = 0
    for _ in 0..<20_000 {
      let signs = ["0", "1", "9", "0", "5", ".", "-", "e", "E", "+"]
      let count = 1 + generator.number(below: 7)
      let text = (0..<count).map { _ in generator.pick(signs) }.joined()
      let isNumber =
        text.wholeMatch(of: grammar) != nil && strtod(text, nil).isFinite
        && (strtod(text, nil) != 0
          || !text.prefix { !"eE".contains($0) }.contains { "159".contains($0) })
      if isNumber { accepted += 1 }
      XCTAssertEqual(DecimalText.parse(text) != nil, isNumber, text)
    }
    XCTAssertGreaterThan(accepted, 1000)
  }

  func testOnlyTheRangeIsRead() {
    let bytes = Array("9,18.59,7".utf8)
    XCTAssertEqual(DecimalText.parse(bytes.span.bytes, 2..<7), 18.59)
    XCTAssertNil(DecimalText.parse(bytes.span.bytes, 2..<8))
    XCTAssertNil(DecimalText.parse(bytes.span.bytes, 2..<2))
    XCTAssertEqual(DecimalText.parse(bytes.span.bytes, 2..<3), 1)
    XCTAssertEqual(DecimalText.parse(Array("07".utf8).span.bytes, 0..<1), 0)
  }
}
