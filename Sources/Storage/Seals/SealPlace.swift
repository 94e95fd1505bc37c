import Text

/// Where a line holds its seal, and what stands around it.
struct SealPlace: Sendable {
  private let format: LineFormat
  /// What stands before the digits; it is sealed with the line.
  let opening: [UInt8]
  /// What stands after the digits, up to the line end.
  let closing: [UInt8]

  init(_ format: LineFormat) {
    self.format = format
    switch format {
    case .csv: (opening, closing) = ([ASCII.comma], [])
    case .json: (opening, closing) = (Array(#","seal":""#.utf8), Array(#""}"#.utf8))
    }
  }

  /// Where the digits of the line at `line`, which has no line end, would start; nil for a line too
  /// short to hold any.
  func digits(of line: Range<Int>) -> Int? {
    let start = line.upperBound - closing.count - Seal.length
    return start < line.lowerBound ? nil : start
  }

  /// Whether what stands around the digits at `digits` is what the writer puts there.
  func isWritten(around digits: Int, in bytes: RawSpan, _ line: Range<Int>) -> Bool {
    let start = digits - opening.count
    return start >= line.lowerBound && stands(opening, at: start, in: bytes)
      && stands(closing, at: digits + Seal.length, in: bytes)
  }

  /// Whether the line was written without a seal.
  func isMissing(in bytes: ArraySlice<UInt8>) -> Bool {
    switch format {
    case .csv: bytes.last == ASCII.comma
    case .json:
      bytes.first == ASCII.openBrace && bytes.last == ASCII.closeBrace
        && ByteSearch.first(Array(#""seal""#.utf8), in: Array(bytes), 0..<bytes.count) == nil
    }
  }

  /// Appends an unsealed line, which has no line end, up to where its seal belongs.
  func appendOpened(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    switch format {
    case .csv: bytes += line
    case .json:
      bytes += line.dropLast()
      bytes += opening
    }
  }

  /// What a line about the file itself starts with: it names no participant.
  var startOfFileEvent: [UInt8] {
    switch format {
    case .csv: [ASCII.comma]
    case .json: Array(#"{"action""#.utf8)
    }
  }

  /// Whether the line at `line` may be one about the file itself.
  func mayBeAboutFile(_ bytes: RawSpan, _ line: Range<Int>) -> Bool {
    switch format {
    case .csv: !line.isEmpty && bytes.byte(at: line.lowerBound) == ASCII.comma
    case .json: line.count > 2 && bytes.byte(at: line.lowerBound + 2) == UInt8(ascii: "a")
    }
  }

  private func stands(_ text: [UInt8], at offset: Int, in bytes: RawSpan) -> Bool {
    for index in text.indices where bytes.byte(at: offset + index) != text[index] {
      return false
    }
    return true
  }
}
