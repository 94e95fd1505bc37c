import Records
import Text

/// What a spreadsheet program did to one file of a store, gathered from some of its lines.
struct SpreadsheetTraces {
  /// The file's name.
  let file: String
  private let format: LineFormat
  private let schema: LineSchema
  private let separator: UInt8
  /// The ids that would be without their leading zeros, by what is left of them.
  private let zeroIDs: [String: String]
  /// Each trace, with the first place where it was seen where that says more than the trace itself.
  private var found: [SpreadsheetTrace: String] = [:]
  /// How many lines were looked at, and how many of them had a trace.
  private(set) var lines = 0
  private(set) var tracedLines = 0

  /// - Parameters:
  ///   - separator: what separates the fields in this file.
  ///   - knownIDs: participants' ids as the store's other file has them.
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

  /// Whether enough was seen: a mark at the file's start, or at least two lines and half of those
  /// that were looked at. One line may be a slip of a person's pen.
  var areConvincing: Bool {
    found[.byteOrderMark] != nil || tracedLines >= 2 && tracedLines * 2 >= lines
  }

  /// Takes the first line of a CSV file.
  /// - Returns: whether it is the schema's header once every trace is undone, and has any.
  mutating func addHeader(_ line: [UInt8]) -> Bool {
    let text = withoutFrame(line)
    if separator == UInt8(ascii: ";") { found[.semicolons] = "" }
    if separator == ASCII.tab { found[.tabs] = "" }
    if text.contains(ASCII.quote) { found[.quotationMarks] = "" }
    let names = withoutEmptyColumns(LooseFields.split(text, separator: separator))
    return !found.isEmpty && names == schema.columns.map(\.name)
  }

  /// Takes any other line.
  /// - Parameter number: its number in the file.
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

  /// All of it as one finding, with what to do.
  var diagnostic: Diagnostic {
    let traces = SpreadsheetTrace.allCases.filter { found[$0] != nil }
    let changes = traces.map { $0.words + (found[$0] ?? "") }.joined(separator: ", ")
    let program = format == .csv ? "a spreadsheet program" : "another program"
    return Diagnostic(
      "this file was saved by \(program): \(changes)", at: SourceLocation(file: file),
      remedy: traces.allSatisfy(\.isMendable)
        ? "`outcomes check --repair` undoes this, and keeps a copy of the file as it is"
        : "restore a backup with `outcomes restore`, or undo it in that program; to look at the"
          + " data there, use `outcomes export`")
  }
}
