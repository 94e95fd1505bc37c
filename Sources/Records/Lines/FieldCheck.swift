import Text

/// Checks that apply to the lines of both files.
enum FieldCheck {
  /// Reads the time in `recorded_at`.
  @inline(__always)
  static func timestamp(
    _ bytes: RawSpan, _ fields: LineFields, column: Int, memory: inout PreviousLine
  ) throws(RowFault) -> Timestamp {
    guard let timestamp = memory.timestamp(bytes, fields[column]) else {
      throw RowFault(.invalidTimestamp, column: column)
    }
    return timestamp
  }

  /// Checks that a seal is 16 hexadecimal digits in lower case, or missing.
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

  /// True if 16 hexadecimal digits in lower case start at `start`.
  @inline(__always)
  static func isSeal(_ bytes: RawSpan, at start: Int) -> Bool {
    bytes.byteCount - start >= sealLength
      && ByteWord.isHexadecimal(ByteWord.load(bytes, at: start))
      && ByteWord.isHexadecimal(ByteWord.load(bytes, at: start + ByteWord.size))
  }

  /// The length of a seal's text in bytes.
  static let sealLength = 2 * ByteWord.size
}
