import Records
import Text

/// Lines of one of a store's files as bytes, and what reading them gives.
package struct StoreText {
  /// The lines with their line ends.
  package var lines: [[UInt8]]

  package init(_ lines: [String]) {
    self.lines = lines.map { Array($0.utf8) + [ASCII.lineFeed] }
  }

  package init(_ assessments: [Assessment], _ format: LineFormat) {
    self.init(assessments.map(\.values), StoreSchema.scores, format)
  }

  package init(_ events: [ParticipantEvent], _ settings: ProgramSettings) {
    self.init(
      events.map(\.values), StoreSchema.participants(attributes: settings.attributes),
      settings.store)
  }

  private init(_ values: [[String]], _ schema: LineSchema, _ format: LineFormat) {
    let writer = LineWriter(schema: schema, format: format)
    lines = values.map { values in
      var line: [UInt8] = []
      writer.append(values, to: &line)
      return line
    }
  }

  /// Hands on the lines at `range` as a buffer that starts and ends with bytes of nobody.
  package func read<Result>(
    _ range: Range<Int>? = nil, _ body: (inout [UInt8], Range<Int>) -> Result
  ) -> Result {
    let text = lines[range ?? 0..<lines.count].flatMap(\.self)
    var bytes = Array(",\"{".utf8) + text + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    return body(&bytes, 3..<3 + text.count)
  }
}
