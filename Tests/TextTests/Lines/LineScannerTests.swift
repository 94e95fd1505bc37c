import TestSupport
import XCTest

@testable import Text

final class LineScannerTests: XCTestCase {
  func testCSVAgreesWithThePlainReaderOnDamagedLines() {
    checkAgainstPlainReader(.csv, seed: 10) { $0.damaged(&$1) }
  }

  func testJSONAgreesWithThePlainReaderOnDamagedLines() {
    checkAgainstPlainReader(.json, seed: 11) { $0.damaged(&$1) }
  }

  func testCSVAgreesWithThePlainReaderOnHeapsOfTokens() {
    checkAgainstPlainReader(.csv, seed: 12) { $0.heap(&$1) }
  }

  func testJSONAgreesWithThePlainReaderOnHeapsOfTokens() {
    checkAgainstPlainReader(.json, seed: 13) { $0.heap(&$1) }
  }

  /// Good and bad lines one after the other: each is read as if it stood alone.
  func testADamagedLineSpoilsNoOther() {
    for format in LineFormat.allCases {
      let plain = PlainReader(schema: RandomLine.schema, format: format)
      let scanner = LineScanner(schema: RandomLine.schema, format: format)
      var generator = SeededGenerator(seed: 14)
      for _ in 0..<100 {
        let lines = (0..<20).map { _ in RandomLine(format: format).damaged(&generator) }
        XCTAssertEqual(
          scanner.read(lines.flatMap { $0 + [0x0A] }, columns: 4), lines.map(plain.read))
      }
    }
  }

  func testThePlaceOfALineInTheBufferDoesNotMatter() {
    var generator = SeededGenerator(seed: 15)
    for format in LineFormat.allCases {
      let scanner = LineScanner(schema: RandomLine.schema, format: format)
      for _ in 0..<100 {
        let values = RandomLine.values(&generator)
        let line = RandomLine(format: format).written(values) + [0x0A]
        for offset in 0...8 {
          for junk: UInt8 in [0x00, 0x0A, 0x22, 0x2C, 0xFF] {
            let readings = scanner.read(
              line, columns: 4, before: [UInt8](repeating: junk, count: offset),
              after: [UInt8](repeating: junk, count: ByteWord.size))
            XCTAssertEqual(readings, [.values(values)])
          }
        }
      }
    }
  }

  /// Each `~` in turn is half a character.
  func testInvalidUTF8IsAFaultWhereverItStands() {
    for (format, line) in [
      (LineFormat.csv, "~P001,nor~th,7,told by phone~"),
      (.csv, #"P001,"~north~","~7","told ""~"" twice~""#),
      (.json, #"{"participant":"~P001","site":"n\"~orth~","score":7,"reason":"~\u00e9 b c~"}"#),
    ] {
      let scanner = LineScanner(schema: RandomLine.schema, format: format)
      let places = line.utf8.enumerated().filter { $0.element == UInt8(ascii: "~") }.map(\.offset)
      for place in places {
        var broken = Array(line.utf8) + [0x0A]
        broken[place] = 0xE9
        XCTAssertEqual(
          scanner.read(broken, columns: 4), [.fault(LineFault(kind: .notUTF8, offset: 0))],
          "\(line) at \(place)")
      }
    }
  }

  func testEndOfLineIsBehindTheNextLineFeed() {
    let bytes = Array("ab\n\ncd".utf8)
    XCTAssertEqual(
      bytes.indices.map { LineScanner.endOfLine(in: bytes, from: $0) }, [3, 3, 3, 4, 6, 6])
  }

  private func checkAgainstPlainReader(
    _ format: LineFormat, seed: UInt64, line: (RandomLine, inout SeededGenerator) -> [UInt8]
  ) {
    let plain = PlainReader(schema: RandomLine.schema, format: format)
    let scanner = LineScanner(schema: RandomLine.schema, format: format)
    var generator = SeededGenerator(seed: seed)
    var good = 0
    var bad = 0
    for _ in 0..<5000 {
      let text = line(RandomLine(format: format), &generator)
      let expected = plain.read(text)
      if expected.fault == nil { good += 1 } else { bad += 1 }
      let readings = scanner.read(
        text + [0x0A], columns: 4,
        before: [UInt8](repeating: 0x22, count: generator.number(below: 17)))
      XCTAssertEqual(readings, [expected], String(decoding: text, as: UTF8.self))
    }
    // The comparison is worth nothing unless both kinds of lines came up.
    XCTAssertGreaterThan(good, 20)
    XCTAssertGreaterThan(bad, 500)
  }
}
