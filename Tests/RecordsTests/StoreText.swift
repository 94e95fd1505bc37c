import Records
import Text

/// Lines of a store's file as bytes, and what reading them gives.
struct StoreText {
  var lines: [[UInt8]]

  init(_ lines: [String]) {
    self.lines = lines.map { Array($0.utf8) + [ASCII.lineFeed] }
  }

  init(_ assessments: [Assessment], _ format: LineFormat) {
    let writer = LineWriter(schema: StoreSchema.scores, format: format)
    lines = assessments.map { assessment in
      var line: [UInt8] = []
      writer.append(assessment.values, to: &line)
      return line
    }
  }

  init(_ events: [ParticipantEvent], _ settings: ProgramSettings) {
    let writer = LineWriter(
      schema: StoreSchema.participants(attributes: settings.attributes), format: settings.store)
    lines = events.map { event in
      var line: [UInt8] = []
      writer.append(event.values, to: &line)
      return line
    }
  }

  /// Hands on the lines at `range` as a buffer that starts and ends with bytes of nobody.
  func read<Result>(
    _ range: Range<Int>? = nil, _ body: (inout [UInt8], Range<Int>) -> Result
  ) -> Result {
    let text = lines[range ?? 0..<lines.count].flatMap(\.self)
    var bytes = Array(",\"{".utf8) + text + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    return body(&bytes, 3..<3 + text.count)
  }
}
