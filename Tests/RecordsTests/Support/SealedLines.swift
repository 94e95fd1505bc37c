import Records
import TestSupport
import Text

/// Makes sealed lines of the scores file, in the form of the writer and in others.
struct SealedLines {
  let format: LineFormat
  var random: RandomStore

  init(_ program: Program, seed: UInt64) {
    format = program.settings.store
    random = RandomStore(program, seed: seed)
  }

  /// The values of lines that often repeat what stands in their neighbors; all of them make sense.
  mutating func values(_ count: Int) throws -> [[String]] {
    var assessments = try random.assessments(count)
    for index in assessments.indices.dropFirst() {
      let before = assessments[index - 1]
      if random.generator.number(below: 2) == 0 {
        assessments[index].participant = before.participant
        assessments[index].timepoint = before.timepoint
      }
      if random.generator.number(below: 2) == 0 {
        assessments[index].recordedAt = before.recordedAt
      }
    }
    return assessments.map { Self.sealed($0.values, &random.generator) }
  }

  /// The line as the writer puts it, with its line end.
  func written(_ values: [String]) -> [UInt8] {
    var line: [UInt8] = []
    LineWriter(schema: StoreSchema.scores, format: format).append(values, to: &line)
    return line
  }

  /// Whether nothing in a written line had to be quoted or escaped, and all of it is ASCII.
  func isPlain(_ line: [UInt8]) -> Bool {
    let mark = format == .csv ? ASCII.quote : ASCII.backslash
    return line.allSatisfy { $0 < 0x80 && $0 != mark }
  }

  /// A line that says the same as the written one, but as somebody else would put it.
  func rephrased(_ values: [String]) -> [UInt8] {
    switch format {
    case .csv:
      let fields = values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      return Array((fields.joined(separator: ",") + "\n").utf8)
    case .json:
      let members = zip(StoreSchema.scores.columns, values).filter { !$1.isEmpty }.map {
        "\"\($0.name)\" : " + ($0.kind == .number ? $1 : JSONWriter.quoted($1))
      }
      return Array(("{ " + members.reversed().joined(separator: ", ") + " }\n").utf8)
    }
  }

  /// A line to which something happened: to its form, to one of its values, or to any of its bytes.
  mutating func damaged(_ values: [String]) -> [UInt8] {
    switch random.generator.number(below: 5) {
    case 0: return rephrased(values)
    case 1:
      var values = values
      let column = random.generator.number(below: values.count)
      values[column] = random.generator.pick(Self.strangeValues)
      return written(values)
    case 2: return acceptance()
    default:
      var line = Array(written(values).dropLast())
      for _ in 0...random.generator.number(below: 2) { changeOneByte(&line) }
      return line + [ASCII.lineFeed]
    }
  }

  private mutating func changeOneByte(_ line: inout [UInt8]) {
    let place = random.generator.number(below: line.count)
    let byte = random.generator.pick(Self.troublemakers)
    switch random.generator.number(below: 3) {
    case 0: line.remove(at: place)
    case 1: line[place] = byte
    default: line.insert(byte, at: place)
    }
  }

  /// A line that keeps others, and is about nobody.
  private mutating func acceptance() -> [UInt8] {
    let acceptance = FileEvent(
      .accept,
      recordedAt: Timestamp(secondsSinceEpoch: Int64(random.generator.number(below: 1_000_000))),
      recordedBy: "ada",
      text: Acceptance.text(
        place: "line 3", digest: "0123456789abcdef", reason: "seen on paper"))
    return written(
      Self.sealed(acceptance.values(StoreSchema.scores), &random.generator))
  }

  private static func sealed(
    _ values: [String], _ generator: inout SeededGenerator
  ) -> [String] {
    values.dropLast() + [String((0..<16).map { _ in generator.pick(Array("0123456789abcdef")) })]
  }

  /// What may stand in a column where it does not belong, or belongs only there.
  private static let strangeValues = [
    "", "P", "P1", "P10", "P1000", "baseline", "day3", "day300", "ucla-3", "healthy-days", "phq-9",
    "2026-02-30", "2026-03-01", "1 2 3", "1 2 30", "0 30", ". .", "30 31", "3", "10", "18.59",
    "1e1",
    "03", "-3", "void", "record", "2026-03-01T00:00:00Z", "2026-03-01T24:00:00Z",
    "0123456789abcdeF", "0123456789abcde",
  ]

  private static let troublemakers: [UInt8] =
    Array(",\"\\{}: 019.ax\n".utf8) + [0x00, 0x09, 0x0D, 0x7F, 0x80, 0xC3]
}
