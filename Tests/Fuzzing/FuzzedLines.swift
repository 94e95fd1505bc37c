import Records
import Storage
import TestSupport
import Text

/// An input as whole lines, whatever stands in them.
struct FuzzedLines {
  /// Without their line ends.
  let lines: [[UInt8]]

  init(_ input: [UInt8]) {
    var lines = input.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines.map { Array($0) }
  }

  /// The lines with their line ends.
  var bytes: [UInt8] { lines.flatMap { $0 + [ASCII.lineFeed] } }

  /// Hands on all lines as a buffer with spare bytes behind it.
  func read<Result>(_ body: (inout [UInt8], Range<Int>) -> Result) -> Result {
    read(lines.indices, body)
  }

  /// Hands on the lines at `range` as a buffer with spare bytes behind it.
  func read<Result>(
    _ range: Range<Int>, _ body: (inout [UInt8], Range<Int>) -> Result
  ) -> Result {
    var buffer = lines[range].flatMap { $0 + [ASCII.lineFeed] }
    let end = buffer.count
    // What stands behind the lines must not matter.
    buffer += [UInt8](repeating: ASCII.quote, count: ByteWord.size)
    return body(&buffer, 0..<end)
  }

  /// A place to cut the file in two, different for different inputs.
  var cut: Int {
    let sum = lines.joined().reduce(0) { $0 &+ Int($1) }
    return sum % (lines.count + 1)
  }

  /// What each line holds by the plain reader: a value a column, or a fault.
  func plain(_ schema: LineSchema, _ format: LineFormat) -> [LineOutcome] {
    lines.map(PlainReader(schema: schema, format: format).read)
  }

  /// The fast scanner and the plain reader say the same of every line of both files.
  func checkAgainstPlainReader(_ program: FuzzedProgram) {
    for file in StoreFile.allCases {
      let schema = program.schema(file)
      let scanner = LineScanner(schema: schema, format: program.format)
      let readings = scanner.read(bytes, columns: schema.columns.count)
      let plain = plain(schema, program.format)
      expect(readings == plain, "the scanner finds \(readings), the plain reader \(plain)")
    }
  }
}
