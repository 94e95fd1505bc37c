import Text

/// Checks that both files' lines share.
enum FieldCheck {
  /// A moment as `recorded_at` holds it.
  static func timestamp(
    _ bytes: RawSpan, _ fields: LineFields, column: Int, memory: inout LineMemory
  ) throws(RowFault) -> Timestamp {
    guard let timestamp = memory.timestamp(bytes, fields[column]) else {
      throw RowFault(.invalidTimestamp, column: column)
    }
    return timestamp
  }

  /// A seal is 16 hexadecimal digits in lower case, or missing.
  static func seal(
    _ bytes: RawSpan, _ fields: LineFields, column: Int
  ) throws(RowFault) {
    let range = fields[column]
    guard !range.isEmpty else { return }
    let isSeal =
      range.count == 16
      && range.allSatisfy { offset in
        switch bytes.byte(at: offset) {
        case ASCII.zero...ASCII.nine, UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
      }
    guard isSeal else { throw RowFault(.invalidSeal, column: column) }
  }
}
