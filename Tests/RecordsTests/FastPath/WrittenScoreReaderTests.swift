import TestSupport
import Text
import XCTest

@testable import Records

final class WrittenScoreReaderTests: XCTestCase {
  /// The values of a line each, which both formats can hold without quotation marks or escapes.
  private static let plainLines: [[String]] = [
    line("P1", "baseline", "ucla-3", "1 2 3", "6", "record", reason: ""),
    line("P10", "day30", "ucla-3", "1 . 3", "", "correct", reason: "typed twice"),
    line("P100", "day90", "healthy-days", "0 30", "30", "record", reason: ""),
    line("P10", "day90", "healthy-days", ". 7", "", "record", reason: "by telephone"),
    line("north-0123456789", "day30", "total-63", "", "18.59", "record", reason: ""),
    line("north-01234567890", "baseline", "total-63", "", "0", "correct", reason: "x"),
    line("P1", "baseline", "ucla-3", "", "", "void", reason: "wrong person"),
    line("P100", "baseline", "ucla-3", "3 3 3", "9", "void", reason: ""),
  ]

  /// Half of the lines are damaged, and each changes what the memory holds, for better or worse.
  func testARecognizedLineSaysTheSameInTheGeneralWay() throws {
    for format in LineFormat.allCases {
      let oracle = try oracle(format)
      var recognized = 0
      for seed: UInt64 in 60..<75 {
        var lines = SealedLines(try SampleProgram.program(format), seed: seed)
        let text = try lines.values(80).flatMap { values in
          lines.random.generator.number(below: 2) == 0
            ? lines.damaged(values) : lines.written(values)
        }
        recognized += oracle.check(text).count { $0 }
      }
      XCTAssertGreaterThan(recognized, 350, "\(format)")
    }
  }

  func testEveryLineIsRecognizedThatTheWriterPutsWithoutQuotesAndEscapes() throws {
    for format in LineFormat.allCases {
      let oracle = try oracle(format)
      var plain = 0
      for seed: UInt64 in 80..<90 {
        var lines = SealedLines(try SampleProgram.program(format), seed: seed)
        let texts = try lines.values(80).map { lines.written($0) }
        let recognized = oracle.check(texts.flatMap(\.self))
        XCTAssertEqual(recognized.count, texts.count)
        for (text, isRecognized) in zip(texts, recognized) where lines.isPlain(text) {
          plain += 1
          XCTAssertTrue(isRecognized, String(decoding: text, as: UTF8.self))
        }
      }
      XCTAssertGreaterThan(plain, 300, "\(format)")
    }
  }

  /// After each of the others, and repeated.
  func testEveryPlainLineIsRecognizedWhateverStandsBefore() throws {
    for format in LineFormat.allCases {
      let oracle = try oracle(format)
      let lines = SealedLines(try SampleProgram.program(format), seed: 0)
      for first in Self.plainLines.map(lines.written) {
        for second in Self.plainLines.map(lines.written) {
          XCTAssertEqual(
            oracle.check(first + second + second + first), [true, true, true, true],
            String(decoding: first + second, as: UTF8.self))
        }
      }
    }
  }

  func testALineIsReadAsItStands() throws {
    let csv =
      "P10,day30,healthy-days,2026-02-05,. 30,,correct,2026-02-06T10:11:12Z,ada,by phone,"
      + "0123456789abcdef\n"
    let json =
      #"{"participant":"P10","timepoint":"day30","instrument":"healthy-days","date":"2026-02-05","#
      + #""answers":". 30","action":"correct","recorded_at":"2026-02-06T10:11:12Z","#
      + #""recorded_by":"ada","reason":"by phone","seal":"0123456789abcdef"}"# + "\n"
    for (format, text) in [(LineFormat.csv, csv), (.json, json)] {
      let oracle = try oracle(format)
      let bytes = Array((text + text).utf8) + [UInt8](repeating: 0, count: ByteWord.size)
      var position = text.utf8.count
      var memory = PreviousLine()
      let row = try XCTUnwrap(
        oracle.written.read(bytes.span.bytes, from: &position, memory: &memory))
      XCTAssertEqual(position, 2 * text.utf8.count)
      XCTAssertEqual(oracle.parser.participants[row.participant], "P10")
      XCTAssertEqual([row.instrument, row.timepoint], [1, 1])
      XCTAssertEqual(row.date.description, "2026-02-05")
      XCTAssertEqual(row.action, .correct)
      XCTAssertEqual(String(decoding: bytes[row.answers], as: UTF8.self), ". 30")
      XCTAssertGreaterThanOrEqual(row.answers.lowerBound, text.utf8.count)
      XCTAssertEqual(row.answered, 1)
      XCTAssertNil(row.score)
      XCTAssertEqual(row.recordedAt.description, "2026-02-06T10:11:12Z")
    }
  }

  /// The general way notes names and moments of its own; the next line still says what it says.
  func testALineOfAnotherFormLeavesTheNextOneAsItIs() throws {
    for format in LineFormat.allCases {
      let oracle = try oracle(format)
      let lines = SealedLines(try SampleProgram.program(format), seed: 0)
      for line in Self.plainLines {
        for (column, value) in [
          (0, "P100"), (0, "é7"), (0, "P7"), (1, "day90"), (1, "day7"), (6, "void"), (6, "remove"),
          (7, "2026-01-31T23:59:59Z"), (7, "2026-01-31T24:59:59Z"), (7, ""), (8, "Zoë"),
          (9, "a\"b"),
        ] {
          var other = line
          other[column] = value
          for between in [lines.written(other), lines.rephrased(other)] {
            let text = lines.written(line) + between + lines.written(line)
            let recognized = oracle.check(text)
            XCTAssertEqual([recognized.first, recognized.last], [true, true])
          }
        }
      }
    }
  }

  func testALineOfAnotherFormIsNotRecognized() throws {
    let good =
      "P1,baseline,ucla-3,2026-01-05,1 2 3,6,record,2026-01-05T10:00:00Z,ada,,0123456789abcdef"
    try check(.csv, good, isRecognized: true)
    for (old, new) in [
      ("P1,", "P7,"), ("P1,", "P,"), ("P1,", ","), ("P1,", "\"P1\","), ("P1,", " P1,"),
      ("baseline", "day7"), ("ucla-3", "phq-9"), ("2026-01-05,", "2026-02-30,"),
      ("1 2 3", "1 2 4"), ("1 2 3", "1 2"), ("1 2 3", "1 2 3 1"), ("1 2 3", "1  2 3"),
      ("1 2 3,6,", ",,"), (",6,", ",2,"), (",6,", ",10,"), (",6,", ",6 ,"), (",6,", ",06,"),
      (",6,", ",six,"), (",6,", ","), (",6,", ",6,,"), ("record", "recorded"),
      ("T10:00:00Z", "T24:00:00Z"), ("T10:00:00Z", " 10:00:00Z"), ("00Z", "00z"),
      ("ada", "\"ada\""), ("ada", "Zoë"), ("ada", "a\tb"), ("ada,", "ada"),
      (",0123456789abcdef", ""), ("0123456789abcdef", ""), ("abcdef", "ABCDEF"),
      ("abcdef", "abcdef0"), ("abcdef", "abcde"), ("abcdef", "abcdef\r"), ("abcdef", "abcdef,"),
    ] {
      try check(.csv, good.replacing(old, with: new), isRecognized: false)
    }
  }

  func testAJSONLineOfAnotherFormIsNotRecognized() throws {
    let good =
      #"{"participant":"P1","timepoint":"baseline","instrument":"ucla-3","date":"2026-01-05","#
      + #""answers":"1 2 3","score":6,"action":"record","recorded_at":"2026-01-05T10:00:00Z","#
      + #""recorded_by":"ada","seal":"0123456789abcdef"}"#
    try check(.json, good, isRecognized: true)
    try check(.json, good.replacing(#""answers":"1 2 3","#, with: ""), isRecognized: true)
    try check(.json, good.replacing(#""recorded_by":"ada","#, with: ""), isRecognized: true)
    try check(.json, good.replacing(#""1 2 3""#, with: #""""#), isRecognized: true)
    for (old, new) in [
      (#":6,"#, #":,"#), (#""score":6,"#, #""score":"#), (#":6,"#, #":"6","#), (#":6,"#, #":60,"#),
      (#":6,"#, #":6 ,"#), (#":6,"#, #":null,"#), (#":6,"#, #":6,,"#), (#":6,"#, #":06,"#),
      (#""answers":"1 2 3","score":6,"#, ""), (#""1 2 3""#, #""1 2 4""#), (#""1 2 3""#, "6"),
      (#""participant":"P1","#, ""), (#""P1""#, #""P7""#), (#""P1""#, #""P\u0031""#),
      (#"{"p"#, #"{ "p"#), (#":"P1""#, #": "P1""#), (#""P1","#, #""P1" ,"#),
      (#""timepoint":"baseline","#, ""), (#""instrument":"ucla-3","#, ""),
      (#""baseline""#, #""day7""#),
      (#""date":"2026-01-05","#, ""), ("2026-01-05\"", "2026-01-5\""), (#""action":"record","#, ""),
      (#""record""#, #""records""#), (#""ada""#, #""a\"da""#), (#""ada""#, #""Zoë""#),
      (#""ada""#, "1"), (#","seal":"0123456789abcdef""#, ""), ("0123456789abcdef", ""),
      ("abcdef", "ABCDEF"), (#"f"}"#, #"f" }"#), (#"f"}"#, #"f"} "#), (#"f"}"#, #"f"}}"#),
      (#"f"}"#, #"f""#), (#"f"}"#, #"f","site":"x"}"#),
    ] {
      try check(.json, good.replacing(old, with: new), isRecognized: false)
    }
  }

  func testALineThatIsCutShortIsReadAsTheGeneralWayReadsIt() throws {
    for format in LineFormat.allCases {
      let oracle = try oracle(format)
      let lines = SealedLines(try SampleProgram.program(format), seed: 0)
      for whole in Self.plainLines.map(lines.written) {
        for length in 0..<whole.count {
          let cut = Array(whole.prefix(length)) + [ASCII.lineFeed]
          let isWhole = length == whole.count - 1
          // What stands in the spare bytes belongs to no line, even where it would go on as one.
          for spare: UInt8 in [0, 0x2C, 0x39, 0x61] {
            XCTAssertEqual(oracle.check(cut, spare: spare), [isWhole])
            XCTAssertEqual(oracle.check(whole + cut, spare: spare), [true, isWhole])
          }
        }
      }
    }
  }

  func testALineWithAByteReplacedIsReadAsTheGeneralWayReadsIt() throws {
    for format in LineFormat.allCases {
      let oracle = try oracle(format)
      let lines = SealedLines(try SampleProgram.program(format), seed: 0)
      for whole in Self.plainLines[1...4].map(lines.written) {
        for place in 0..<whole.count - 1 {
          for byte: UInt8 in [0x2C, 0x22, 0x0A, 0x00, 0xC3, 0x78, 0x20] {
            var other = whole
            other[place] = byte
            oracle.check(other)
            oracle.check(whole + other)
          }
        }
      }
    }
  }

  private static func line(
    _ participant: String, _ timepoint: String, _ instrument: String, _ answers: String,
    _ score: String, _ action: String, reason: String
  ) -> [String] {
    [
      participant, timepoint, instrument, "2026-02-05", answers, score, action,
      "2026-02-06T10:11:12Z", "ada", reason, "0f1e2d3c4b5a6978",
    ]
  }

  private func oracle(_ format: LineFormat) throws -> ScoreLineOracle {
    ScoreLineOracle(try SampleStore(SampleProgram.program(format)))
  }

  private func check(
    _ format: LineFormat, _ text: String, isRecognized: Bool, at place: UInt = #line
  ) throws {
    let recognized = try oracle(format).check(Array((text + "\n").utf8), line: place)
    XCTAssertEqual(recognized, [isRecognized], text, line: place)
  }
}
