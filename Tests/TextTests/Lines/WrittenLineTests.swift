import Text
import XCTest

final class WrittenLineTests: XCTestCase {
  /// Openings of 6, 10, 15 and 16 bytes: less than a word, more than one, two but for a byte, two.
  private let schema = LineSchema([
    LineSchema.Column("a"), LineSchema.Column("score", .number), LineSchema.Column("instrument"),
    LineSchema.Column("recorded_by"),
  ])

  func testALineIsGoneThroughFromItsStartToItsEnd() {
    check(.csv, "Ada,7.5,ucla-3,demo", ["Ada", "7.5", "ucla-3", "demo"])
    check(.csv, ",,,", ["", "", "", ""])
    check(
      .json, #"{"a":"Ada","score":7.5,"instrument":"ucla-3","recorded_by":"demo"}"#,
      ["Ada", "7.5", "ucla-3", "demo"])
    check(.json, #"{"a":"","score":7,"instrument":"","recorded_by":""}"#, ["", "7", "", ""])
  }

  func testAMissingValueStandsThereInCSVAlone() {
    XCTAssertTrue(line(.csv).keepsMissing)
    XCTAssertFalse(line(.json).keepsMissing)
    check(.csv, "Ada,,ucla-3,", ["Ada", "", "ucla-3", ""])
    check(.json, #"{"a":"Ada","recorded_by":"demo"}"#, ["Ada", nil, nil, "demo"])
    check(.json, #"{"score":7,"recorded_by":"demo"}"#, nil)
    check(.json, #"{"a":"Ada","instrument":"ucla-3"}"#, nil)
  }

  /// Any byte of what stands around the values matters.
  func testAByteThatDiffersIsSeen() {
    for (format, text) in [
      (LineFormat.csv, ",7,,"), (.json, #"{"a":"","score":7,"instrument":"","recorded_by":""}"#),
    ] {
      for place in text.utf8.indices where text.utf8[place] != UInt8(ascii: "7") {
        for other in ["x", "\0", "\n", "\u{80}"] {
          check(format, text.replacingCharacters(in: place...place, with: other), nil)
        }
      }
    }
  }

  /// A line that is cut short is left before the buffer's end, which is eight bytes behind it.
  func testALineThatIsCutShortIsLeft() {
    for (format, text) in [
      (LineFormat.csv, "Ada,7,ucla-3,demo"),
      (.json, #"{"a":"Ada","score":7,"instrument":"ucla-3","recorded_by":"demo"}"#),
    ] {
      let end = format == .csv ? text.utf8.count - 4 : text.utf8.count
      for length in 0..<end { check(format, String(text.utf8.prefix(length)) ?? "", nil) }
    }
  }

  func testATextEndsAtWhatNoPlainTextHolds() {
    // None of these ends a text; the line feed behind them always does.
    let rest = "~ {}:;'"
    for length in 0...20 {
      let text = String(repeating: "x", count: length)
      for (mark, enders) in [
        ("\"", [LineFormat.csv, .json]), ("\n", [.csv, .json]), ("\0", [.csv, .json]),
        ("\u{1F}", [.csv, .json]), (",", [.csv]), ("\\", [.json]),
      ] {
        for format in LineFormat.allCases {
          let bytes = Array("\"\(text)\(mark)\(rest)\n".utf8) + spare
          XCTAssertEqual(
            line(format).endOfText(bytes.span.bytes, from: 1),
            1 + length + (enders.contains(format) ? 0 : 1 + rest.utf8.count),
            "\(format) \(length) \(mark)")
        }
      }
    }
  }

  func testATextOutsideASCIIHasNoEnd() {
    for format in LineFormat.allCases {
      let end = format == .csv ? "," : "\""
      for length in 0...20 {
        let text = String(repeating: "x", count: length)
        let bytes = Array("\(text)é\(text)\(end)\n".utf8) + spare
        XCTAssertNil(line(format).endOfText(bytes.span.bytes, from: 0), "\(length)")
      }
    }
  }

  func testANumberEndsBeforeAComma() {
    for format in LineFormat.allCases {
      for byte in UInt8.min...UInt8.max {
        let bytes = [ASCII.nine, byte] + spare
        var position = 1
        XCTAssertEqual(
          line(format).closeNumber(bytes.span.bytes, at: &position), byte == 0x2C, "\(byte)")
        // In JSON the comma belongs to what comes next.
        XCTAssertEqual(position, byte == 0x2C && format == .csv ? 2 : 1)
      }
    }
  }

  func testATextOtherThanTheLastIsClosedByOneByte() {
    for (format, end) in [(LineFormat.csv, UInt8(0x2C)), (.json, 0x22)] {
      for byte in UInt8.min...UInt8.max {
        let bytes = [ASCII.nine, byte] + spare
        var position = 1
        XCTAssertEqual(line(format).endsText(bytes.span.bytes, at: 1), byte == end, "\(byte)")
        XCTAssertEqual(line(format).closeText(bytes.span.bytes, at: &position), byte == end)
        XCTAssertEqual(position, byte == end ? 2 : 1)
      }
    }
  }

  /// Goes through a line that stands behind another one, as a reader of records does.
  private func check(
    _ format: LineFormat, _ text: String, _ expected: [String?]?, at place: UInt = #line
  ) {
    let bytes = Array("x\n\(text)\n".utf8) + spare
    var position = 2
    let found = values(line(format), bytes, &position)
    XCTAssertEqual(found, expected, text, line: place)
    if found != nil { XCTAssertEqual(position, 3 + text.utf8.count, text, line: place) }
  }

  private func values(
    _ line: WrittenLine, _ bytes: [UInt8], _ position: inout Int
  ) -> [String?]? {
    var values: [String?] = []
    for (column, description) in schema.columns.enumerated() {
      guard line.open(column, bytes.span.bytes, at: &position) else {
        // The first and the last value of a record are never missing.
        if column == 0 || column == schema.columns.count - 1 { return nil }
        values.append(nil)
        continue
      }
      let start = position
      let isLast = column == schema.columns.count - 1
      let isClosed: Bool
      if description.kind == .number {
        while bytes[position] == ASCII.dot || ASCII.zero...ASCII.nine ~= bytes[position] {
          position += 1
        }
        values.append(String(decoding: bytes[start..<position], as: UTF8.self))
        isClosed = line.closeNumber(bytes.span.bytes, at: &position)
      } else {
        guard let end = line.endOfText(bytes.span.bytes, from: position) else { return nil }
        values.append(String(decoding: bytes[start..<end], as: UTF8.self))
        position = end
        isClosed =
          isLast
          ? line.closeLine(bytes.span.bytes, at: &position)
          : line.closeText(bytes.span.bytes, at: &position)
      }
      guard isClosed else { return nil }
    }
    return values
  }

  private func line(_ format: LineFormat) -> WrittenLine {
    WrittenLine(schema: schema, format: format)
  }

  private let spare = [UInt8](repeating: 0, count: ByteWord.size)
}
