import Records
import Text

/// The changes that a spreadsheet program made to one file of a store, collected from some of its
/// lines.
struct SpreadsheetTraces {
  /// The name of the file.
  let file: String
  private let format: LineFormat
  private let schema: LineSchema
  private let separator: UInt8
  /// The ids that have leading zeros, by the ids without them.
  private let zeroIDs: [String: String]
  /// Each change, with the first place where it was seen, if that adds information.
  private var found: [SpreadsheetTrace: String] = [:]
  /// The number of lines that were examined, and the number of those with a change.
  private(set) var lines = 0
  private(set) var tracedLines = 0

  /// - Parameters:
  ///   - separator: the separator of the fields in this file.
  ///   - knownIDs: the participant ids in the other store file.
  init(
    file: String, format: LineFormat, schema: LineSchema, separator: UInt8 = ASCII.comma,
    knownIDs: Set<String>
  ) {
    self.file = file
    self.format = format
    self.schema = schema
    self.separator = separator
    var zeroIDs: [String: String] = [:]
    for id in knownIDs.sorted() {
      guard let short = RewrittenField.withoutLeadingZeros(id), !knownIDs.contains(short) else {
        continue
      }
      zeroIDs[short] = id
    }
    self.zeroIDs = zeroIDs
  }

  /// True if the changes are conclusive: a byte order mark at the start, or at least two lines and
  /// half of the lines examined. A single line may be a typing error.
  var areConvincing: Bool {
    found[.byteOrderMark] != nil || tracedLines >= 2 && tracedLines * 2 >= lines
  }

  /// Adds the first line of a CSV file.
  /// - Returns: true if the line has changes and matches the header of the schema without them.
  mutating func addHeader(_ line: [UInt8]) -> Bool {
    let text = withoutFrame(line)
    if separator == UInt8(ascii: ";") { found[.semicolons] = "" }
    if separator == ASCII.tab { found[.tabs] = "" }
    if text.contains(ASCII.quote) { found[.quotationMarks] = "" }
    let names = withoutEmptyColumns(LooseFields.split(text, separator: separator))
    return !found.isEmpty && names == schema.columns.map(\.name)
  }

  /// Adds any other line.
  /// - Parameter number: the number of the line in the file.
  mutating func add(_ line: [UInt8], number: Int) {
    let before = found
    found = [:]
    let text = withoutFrame(line)
    if format == .csv {
      for (column, value) in zip(
        schema.columns, withoutEmptyColumns(LooseFields.split(text, separator: separator)))
      {
        guard let (trace, example) = trace(of: value, in: column.name) else { continue }
        if found[trace] == nil { found[trace] = " (line \(number): \(example))" }
      }
    }
    lines += 1
    if !found.isEmpty { tracedLines += 1 }
    found.merge(before) { _, earlier in earlier }
  }

  /// The line without the byte order mark and the carriage return around it.
  private mutating func withoutFrame(_ line: [UInt8]) -> [UInt8] {
    var rest = line[...]
    if rest.starts(with: ByteOrderMark.utf8) {
      found[.byteOrderMark] = ""
      rest = rest.dropFirst(ByteOrderMark.utf8.count)
    }
    if rest.last == ASCII.carriageReturn {
      found[.lineEnds] = ""
      rest = rest.dropLast()
    }
    return Array(rest)
  }

  private mutating func withoutEmptyColumns(_ fields: [String]) -> [String] {
    let surplus = fields.dropFirst(schema.columns.count)
    guard !surplus.isEmpty, surplus.allSatisfy(\.isEmpty) else { return fields }
    found[.emptyColumns] = ""
    return Array(fields.prefix(schema.columns.count))
  }

  private func trace(of value: String, in column: String) -> (SpreadsheetTrace, String)? {
    switch column {
    case "date", "enrolled_on": return RewrittenField.isDate(value) ? (.dates, value) : nil
    case "recorded_at": return RewrittenField.isTime(value) ? (.times, value) : nil
    case "score": return RewrittenField.isDecimalComma(value) ? (.decimalCommas, value) : nil
    case "participant": return zeroIDs[value].map { (.leadingZeros, "\(value) for \($0)") }
    default: return nil
    }
  }

  /// All changes as one finding, with what to do about them.
  var diagnostic: Diagnostic {
    let traces = SpreadsheetTrace.allCases.filter { found[$0] != nil }
    let changes = traces.map { $0.words + (found[$0] ?? "") }.joined(separator: ", ")
    let program = format == .csv ? "a spreadsheet program" : "another program"
    return Diagnostic(
      "this file was saved by \(program): \(changes)", at: SourceLocation(file: file),
      remedy: traces.allSatisfy(\.isMendable)
        ? "`outcomes check --repair` undoes this, and keeps a copy of the file as it is"
        : "restore a backup with `outcomes restore`, or undo this in that program; to look at the"
          + " data there, open a copy made by `outcomes export`")
  }
}
