import TestSupport
import Text

/// Makes lines of one file for tests: good ones, damaged ones, and heaps of tokens.
struct RandomLine {
  static let schema = LineSchema([
    LineSchema.Column("participant"), LineSchema.Column("site"),
    LineSchema.Column("score", .number), LineSchema.Column("reason"),
  ])

  let format: LineFormat

  /// One value a column, as a line may hold them; half of them without anything that needs quoting.
  static func values(_ generator: inout SeededGenerator) -> [String] {
    let pieces =
      generator.number(below: 2) == 0
      ? ["P", "001", "north", " ", "-"]
      : ["a", ",", "\"", "\\", " ", "é", "€", "😀", "\u{7F}", "\u{2028}", "e\u{301}", "{", ":", "'"]
    return schema.columns.map { column in
      if column.kind == .number { return generator.pick(["", "7", "18.59", "-2e-3"]) }
      let count = generator.number(below: 12)
      return (0..<count).map { _ in generator.pick(pieces) }.joined()
    }
  }

  /// A line as the writer puts it, without its line end.
  func written(_ values: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    LineWriter(schema: Self.schema, format: format).append(values, to: &bytes)
    return bytes.dropLast()
  }

  /// A line that was good until a few of its bytes were lost, added or changed.
  func damaged(_ generator: inout SeededGenerator) -> [UInt8] {
    var line = written(Self.values(&generator))
    for _ in 0..<generator.number(below: 3) {
      let place = generator.number(below: line.count + 1)
      switch generator.number(below: 3) {
      case 0 where place < line.count: line.remove(at: place)
      case 1 where place < line.count: line[place] = generator.pick(Self.troublemakers)
      default: line.insert(generator.pick(Self.troublemakers), at: place)
      }
    }
    return line
  }

  /// Tokens of the format in any order.
  func heap(_ generator: inout SeededGenerator) -> [UInt8] {
    let tokens = format == .csv ? Self.csvTokens : Self.jsonTokens
    let count = generator.number(below: 14)
    var line = format == .json ? Array("{".utf8) : []
    for _ in 0..<count { line += generator.pick(tokens) }
    return line
  }

  /// Bytes that mean something, or must not stand in a line at all; never a line feed.
  private static let troublemakers: [UInt8] =
    Array(",\"\\{}: 0u/".utf8) + [0x00, 0x01, 0x08, 0x09, 0x0B, 0x0D, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]

  private static let csvTokens: [[UInt8]] =
    [",", ",", ",", "\"", "\"\"", "\",\"", "abcdefgh", "é", " "].map { Array($0.utf8) }

  private static let jsonTokens: [[UInt8]] =
    [
      "\"participant\":", "\"site\" : ", "\"score\":7", "\"score\": ", "\"reason\":\"", "\"", ",",
      ",", "\"x\"", "\"participant\":\"x\"", "}", "}", " ", "\t", "\\u00e9", "\\ud83d\\ude00",
      "\\ud83d", "\\n", "\\\"", "\\u00",
      "\"s\\u0069te\":", "\"reason\":\"\\\\\"",
    ].map { Array($0.utf8) }
}
