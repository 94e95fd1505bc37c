import Records
import Text

/// Reads what a line of history accepts.
struct AcceptanceReader: Sendable {
  private let scanner: LineScanner
  private let place: SealPlace
  private let columns: Int
  private let action: Int?
  private let reason: Int?

  init(schema: LineSchema, format: LineFormat) {
    scanner = LineScanner(schema: schema, format: format)
    place = SealPlace(format)
    columns = schema.columns.count
    action = schema.columns.firstIndex { $0.name == "action" }
    reason = schema.columns.firstIndex { $0.name == "reason" }
  }

  /// The digest of the lines that a line accepts; nil for any other line.
  /// - Parameter line: the line without its line end.
  func digest(_ line: ArraySlice<UInt8>) -> Seal? {
    var bytes = Array(line)
    guard place.mayAccept(bytes.span.bytes, 0..<bytes.count) else { return nil }
    bytes.append(ASCII.lineFeed)
    bytes += repeatElement(0, count: ByteWord.size)
    var fields = LineFields(columns: columns)
    var start = 0
    guard case .fields = scanner.scan(&bytes, from: &start, into: &fields), let action, let reason,
      bytes[fields[action]].elementsEqual(Acceptance.action.utf8)
    else { return nil }
    return Acceptance.digest(in: String(decoding: bytes[fields[reason]], as: UTF8.self))
      .flatMap { Seal($0) }
  }
}
