import Text

/// Checks that both files' lines share.
enum FieldCheck {
  /// A moment as `recorded_at` holds it.
  @inline(__always)
  static func timestamp(
    _ bytes: RawSpan, _ fields: LineFields, column: Int, memory: inout PreviousLine
  ) throws(RowFault) -> Timestamp {
    guard let timestamp = memory.timestamp(bytes, fields[column]) else {
      throw RowFault(.invalidTimestamp, column: column)
    }
    return timestamp
  }

  /// A seal is 16 hexadecimal digits in lower case, or missing.
  @inline(__always)
  static func seal(
    _ bytes: RawSpan, _ fields: LineFields, column: Int
  ) throws(RowFault) {
    let range = fields[column]
    guard !range.isEmpty else { return }
    guard range.count == sealLength, isSeal(bytes, at: range.lowerBound) else {
      throw RowFault(.invalidSeal, column: column)
    }
  }

  /// Whether 16 hexadecimal digits in lower case stand at `start`.
  @inline(__always)
  static func isSeal(_ bytes: RawSpan, at start: Int) -> Bool {
    bytes.byteCount - start >= sealLength
      && ByteWord.isHexadecimal(ByteWord.load(bytes, at: start))
      && ByteWord.isHexadecimal(ByteWord.load(bytes, at: start + ByteWord.size))
  }

  /// Bytes of a seal's text.
  static let sealLength = 2 * ByteWord.size
}
