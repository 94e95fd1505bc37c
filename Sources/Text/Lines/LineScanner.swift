/// Splits the lines of a file into fields, in either format.
///
/// A record never spans lines: the writer refuses line ends inside values, so a file may be cut at
/// any line end, and a damaged line affects no other.
package struct LineScanner: Sendable {
  private enum Scanner {
    case csv(CSVLineScanner)
    case json(JSONLineScanner)
  }

  private let scanner: Scanner

  package init(schema: LineSchema, format: LineFormat) {
    switch format {
    case .csv:
      scanner = .csv(
        CSVLineScanner(columns: schema.columns.count, addedColumns: schema.addedColumns))
    case .json: scanner = .json(JSONLineScanner(schema: schema))
    }
  }

  /// Finds the fields of the line that starts at `start`.
  /// - Parameters:
  ///   - bytes: whole lines, each ended by a line feed, and `ByteWord.size` spare bytes after the
  ///     last. A value with escapes is unescaped in place.
  ///   - start: offset of the line's first byte; moved to the first byte after the line's end.
  ///   - fields: receives the ranges.
  /// - Returns: whether the fields were found, or why not.
  package func scan(
    _ bytes: inout [UInt8], from start: inout Int, into fields: inout LineFields
  ) -> ScannedLine {
    let lineStart = start
    do throws(LineFault) {
      let isASCII: Bool
      switch scanner {
      case .csv(let scanner): isASCII = try scanner.scan(&bytes, from: &start, into: &fields)
      case .json(let scanner): isASCII = try scanner.scan(&bytes, from: &start, into: &fields)
      }
      if !isASCII, String(validating: bytes[lineStart..<start - 1], as: UTF8.self) == nil {
        throw LineFault(kind: .notUTF8, offset: lineStart)
      }
      return .fields
    } catch {
      start = Self.endOfLine(in: bytes, from: error.offset)
      return .fault(error)
    }
  }

  /// The offset after the next line feed at or after `offset`, or the buffer's end without one.
  package static func endOfLine(in bytes: [UInt8], from offset: Int) -> Int {
    bytes[offset...].firstIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? bytes.count
  }
}
