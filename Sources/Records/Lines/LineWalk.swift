import Text

/// Goes through lines of a store file: splits each into fields, passes them on, and puts into words
/// what is wrong with a line.
struct LineWalk: Sendable {
  /// Details that a message can add to a fault in one column.
  struct Context {
    /// The names allowed there, if there are only a few.
    var names: [String] = []
    /// The instrument's own messages about the answers or the score.
    var detail: [Diagnostic] = []
  }

  /// The result of a walk.
  struct Result {
    var lineCount = 0
    /// The problems found, with lines counted from the start of the walk.
    var problems: [Diagnostic] = []
  }

  let schema: LineSchema
  let format: LineFormat
  /// The name of the file, for messages.
  let file: String
  private let scanner: LineScanner

  init(schema: LineSchema, format: LineFormat, file: String) {
    self.schema = schema
    self.format = format
    self.file = file
    scanner = LineScanner(schema: schema, format: format)
  }

  /// Walks through the whole lines at `lines`.
  /// - Parameters:
  ///   - bytes: the lines, each ended by a line feed, and `ByteWord.size` spare bytes.
  ///   - reading: the values read so far. It is passed along because access to a variable shared by
  ///     closures would be checked on every line.
  ///   - shortcut: reads as many whole lines as it can from a position and moves the position past
  ///     them. Its last argument is the number of lines before; it returns the number of lines
  ///     read.
  ///   - context: returns the details that a message adds to a fault.
  ///   - fileEvent: takes the fields of each line about the file itself, and its number from 1.
  ///   - body: takes the fields of each other line, and its number from 1.
  @inline(__always)
  func over<Reading>(
    _ bytes: inout [UInt8], lines: Range<Int>, into reading: inout Reading,
    shortcut: (inout Reading, [UInt8], inout Int, Int) -> Int = { _, _, _, _ in 0 },
    context: (RowFault, [UInt8], LineFields) -> Context,
    fileEvent: (inout Reading, [UInt8], LineFields, Int) -> Void,
    body: (inout Reading, [UInt8], LineFields, Int) throws(RowFault) -> Void
  ) -> Result {
    var result = Result()
    var fields = LineFields(columns: schema.columns.count)
    var position = lines.lowerBound
    while position < lines.upperBound {
      result.lineCount += shortcut(&reading, bytes, &position, result.lineCount)
      guard position < lines.upperBound else { break }
      let start = position
      let scanned = scanner.scan(&bytes, from: &position, into: &fields)
      result.lineCount += 1
      if case .fault(let fault) = scanned {
        result.problems.append(
          problem(in: bytes, start..<position, result.lineCount)
            .diagnostic(fault, column: fault.offset - start))
        continue
      }
      do throws(RowFault) {
        try body(&reading, bytes, fields, result.lineCount)
      } catch {
        if error.kind == .fileEvent {
          fileEvent(&reading, bytes, fields, result.lineCount)
          continue
        }
        let field = fields[error.column]
        let context = context(error, bytes, fields)
        result.problems.append(
          problem(in: bytes, start..<position, result.lineCount).diagnostic(
            error, value: String(decoding: bytes[field], as: UTF8.self),
            column: max(field.lowerBound - start, 0), names: context.names,
            detail: context.detail))
      }
    }
    return result
  }

  private func problem(in bytes: [UInt8], _ line: Range<Int>, _ number: Int) -> LineProblem {
    LineProblem(
      file: file, schema: schema, format: format, line: number,
      text: String(decoding: bytes[line].dropLast(), as: UTF8.self))
  }
}
