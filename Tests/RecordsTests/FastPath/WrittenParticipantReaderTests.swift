import TestSupport
import Text
import XCTest

@testable import Records

/// The oracle is the general way: `LineScanner`, then `ParticipantLineParser`.
final class WrittenParticipantReaderTests: XCTestCase {
  func testEveryPlainLineIsRecognized() throws {
    for format in LineFormat.allCases {
      var ways = Ways(format)
      var generator = SeededGenerator(seed: 61)
      let lines = (0..<300).map { _ in ways.line(Self.values(&generator, from: Self.plain)) }
      let buffer = Buffer(lines)
      var position = buffer.lines.lowerBound
      for line in lines {
        let start = position
        let read = try XCTUnwrap(
          ways.written(buffer.bytes, from: &position), String(decoding: line, as: UTF8.self))
        XCTAssertEqual(position, start + line.count)
        XCTAssertEqual(read, ways.general(buffer.bytes, from: start))
      }
    }
  }

  func testRecognizedLinesAreReadAsTheGeneralWayReadsThem() {
    for format in LineFormat.allCases {
      var ways = Ways(format)
      var generator = SeededGenerator(seed: 62)
      let lines = (0..<2000).map { _ in
        ways.line(Self.values(&generator, from: Self.plain + Self.foreign))
      }
      let buffer = Buffer(lines)
      var (start, recognized) = (buffer.lines.lowerBound, 0)
      for line in lines {
        recognized += check(buffer, at: start, &ways)
        start += line.count
      }
      XCTAssertTrue(100..<1900 ~= recognized, "\(recognized)")
    }
  }

  func testDamagedLinesAreReadAsTheGeneralWayReadsThemOrNotAtAll() {
    for format in LineFormat.allCases {
      var ways = Ways(format)
      var generator = SeededGenerator(seed: 63)
      for _ in 0..<(Fixtures.areSearchesLong ? 12 : 2) {
        let before = ways.line(Self.values(&generator, from: Self.plain))
        let line = ways.line(Self.values(&generator, from: Self.plain))
        for damaged in Self.damages(of: line) + Self.damages(of: before) {
          // The line before is remembered; the damaged one is the last before the spare bytes.
          let buffer = Buffer([before, damaged])
          XCTAssertEqual(check(buffer, at: buffer.lines.lowerBound, &ways), 1)
          check(buffer, at: buffer.lines.lowerBound + before.count, &ways)
        }
      }
    }
  }

  /// A value read before by the general way may hold what ends a text: here it is two values.
  func testAKnownValueIsNotTakenForTwo() throws {
    let reader = ParticipantChunkReader(
      settings: try SampleProgram.settings(), file: "participants.csv")
    let start = "2026-01-01,enroll,2026-01-01T10:00:00Z,ada,"
    let chunk = StoreText([
      "P1,\(start),\"a,b\",c,0123456789abcdef", "P2,\(start),a,b,0123456789abcdef",
    ]).read { reader.read(&$0, lines: $1) }
    var table = ParticipantColumns(attributes: 2)
    XCTAssertEqual(table.add(chunk), [])
    XCTAssertEqual(table.attributeNames.map(\.texts), [["", "a,b", "a"], ["", "c", "b"]])
  }

  private static let plain = [
    "", "P1", "north", "south side", "a value of many more than 16 bytes",
  ]
  private static let foreign = ["Zoë", "a, b", "a \"b\"", "a\\b", "=1", "1/2"]

  /// A line's values; now and then the same day and moment as before, and a reason for any change.
  private static func values(
    _ generator: inout SeededGenerator, from texts: [String]
  ) -> [String] {
    let ids = ["P1", "north-01", "a_long-id_of-24_letters0"] + texts.dropFirst(plain.count)
    let day = generator.pick(["2026-01-05", "2026-01-06"])
    let action = generator.pick(ParticipantAction.allCases)
    let reason = action == .enroll ? "" : generator.pick(Array(texts.dropFirst()))
    return [
      generator.pick(ids), day, action.rawValue, day + "T10:11:1\(generator.number(below: 2))Z",
      generator.pick(["ada", "demo"]), reason,
    ] + Ways.attributes.map { _ in generator.pick(texts) } + ["0123456789abcdef"]
  }

  /// The line cut short everywhere, and with each byte in turn changed or taken away.
  private static func damages(of line: [UInt8]) -> [[UInt8]] {
    (0..<line.count - 1).flatMap { index in
      let others = Array("\0 \",\\-0aZ}\u{7F}".utf8) + [0x80, 0xC3]
      let changed = others.map { other in
        line.enumerated().map { $0 == index ? other : $1 }
      }
      return changed + [
        Array(line[..<index]) + [ASCII.lineFeed], Array(line[..<index] + line[(index + 1)...]),
      ]
    }
  }

  /// - Returns: how many lines were recognized, 0 or 1.
  @discardableResult
  private func check(_ buffer: Buffer, at start: Int, _ ways: inout Ways) -> Int {
    var position = start
    guard let read = ways.written(buffer.bytes, from: &position) else {
      XCTAssertEqual(position, start)
      return 0
    }
    XCTAssertEqual(read, ways.general(buffer.bytes, from: start))
    XCTAssertEqual(read.end, position)
    return 1
  }
}

/// Lines with as many spare bytes as a reader may count on, which could be part of a seal.
private struct Buffer {
  let bytes: [UInt8]
  let lines: Range<Int>

  init(_ lines: [[UInt8]]) {
    let text = lines.flatMap(\.self)
    bytes = text + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    self.lines = 0..<text.count
  }
}

/// What a line says, and where it ends.
private struct Reading: Equatable {
  let row: ParticipantLineParser.Row
  let texts: [String]
  let end: Int

  init(_ row: ParticipantLineParser.Row, _ fields: LineFields, _ bytes: [UInt8], end: Int) {
    self.row = row
    self.end = end
    let attributes = ParticipantField.firstAttribute..<fields.count - 1
    texts = ([ParticipantField.participant, ParticipantField.reason] + attributes).map {
      String(decoding: bytes[fields[$0]], as: UTF8.self)
    }
  }
}

/// The two ways to read a line.
private struct Ways {
  static let attributes = ["site", "preferred_language_at_home", "preferred_language_at_work"]

  private let schema = StoreSchema.participants(attributes: attributes)
  private let parser: ParticipantLineParser
  private let format: LineFormat
  private let reader: WrittenParticipantReader
  private var memory: WrittenParticipantReader.Memory

  init(_ format: LineFormat) {
    self.format = format
    parser = ParticipantLineParser(
      ProgramSettings(
        name: "", store: format, timepoints: [], instruments: [], attributes: Self.attributes))
    reader = WrittenParticipantReader(parser: parser, schema: schema, format: format)
    memory = reader.noMemory
  }

  func line(_ values: [String]) -> [UInt8] {
    var line: [UInt8] = []
    LineWriter(schema: schema, format: format).append(values, to: &line)
    return line
  }

  /// Starts anew at the buffer's start, since what is remembered stands in the buffer.
  mutating func written(_ bytes: [UInt8], from position: inout Int) -> Reading? {
    if position == 0 { memory = reader.noMemory }
    guard let row = reader.read(bytes.span.bytes, from: &position, memory: &memory) else {
      return nil
    }
    return Reading(row, memory.fields, bytes, end: position)
  }

  func general(_ bytes: [UInt8], from start: Int) -> Reading? {
    var (bytes, end) = (bytes, start)
    var fields = LineFields(columns: schema.columns.count)
    var memory = PreviousLine()
    let scanner = LineScanner(schema: schema, format: format)
    guard case .fields = scanner.scan(&bytes, from: &end, into: &fields),
      let row = try? parser.parse(bytes.span.bytes, fields, memory: &memory)
    else { return nil }
    return Reading(row, fields, bytes, end: end)
  }
}
