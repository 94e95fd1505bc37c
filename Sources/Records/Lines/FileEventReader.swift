import Text

/// Reads single lines about a file itself.
package struct FileEventReader: Sendable {
  private let scanner: LineScanner
  private let columns: FileEventColumns
  private let count: Int

  private init(_ schema: LineSchema, _ columns: FileEventColumns, _ format: LineFormat) {
    scanner = LineScanner(schema: schema, format: format)
    self.columns = columns
    count = schema.columns.count
  }

  /// Creates a reader of lines of the participants file.
  package static func participants(_ settings: ProgramSettings) -> FileEventReader {
    FileEventReader(StoreSchema.participants(settings), .participants, settings.store)
  }

  /// Creates a reader of lines of the scores file.
  package static func scores(_ settings: ProgramSettings) -> FileEventReader {
    FileEventReader(StoreSchema.scores, .scores, settings.store)
  }

  /// The event in a line; nil for a line about anything else.
  /// - Parameter line: the line without its line end.
  package func event(_ line: ArraySlice<UInt8>) -> FileEvent? {
    var bytes = Array(line) + [ASCII.lineFeed] + [UInt8](repeating: 0, count: ByteWord.size)
    var fields = LineFields(columns: count)
    var start = 0
    guard case .fields = scanner.scan(&bytes, from: &start, into: &fields), fields[0].isEmpty else {
      return nil
    }
    return columns.event(bytes, fields)
  }
}
