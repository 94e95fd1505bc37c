import Text

/// The place of the seal in a line, and the syntax around it.
struct SealPlace: Sendable {
  private let format: LineFormat
  /// The bytes before the digits; they are sealed with the line.
  let opening: [UInt8]
  /// The bytes after the digits, up to the line ending.
  let closing: [UInt8]

  init(_ format: LineFormat) {
    self.format = format
    switch format {
    case .csv: (opening, closing) = ([ASCII.comma], [])
    case .json: (opening, closing) = (Array(#","seal":""#.utf8), Array(#""}"#.utf8))
    }
  }

  /// The start of the digits in the line at `line`, which has no line ending; nil for a line too
  /// short for them.
  func digits(of line: Range<Int>) -> Int? {
    let start = line.upperBound - closing.count - Seal.length
    return start < line.lowerBound ? nil : start
  }

  /// True if the bytes around the digits at `digits` are those that the writer writes.
  func isWritten(around digits: Int, in bytes: RawSpan, _ line: Range<Int>) -> Bool {
    let start = digits - opening.count
    return start >= line.lowerBound && stands(opening, at: start, in: bytes)
      && stands(closing, at: digits + Seal.length, in: bytes)
  }

  /// True if the line was written without a seal.
  func isMissing(in bytes: ArraySlice<UInt8>) -> Bool {
    switch format {
    case .csv: bytes.last == ASCII.comma
    case .json:
      bytes.first == ASCII.openBrace && bytes.last == ASCII.closeBrace
        && ByteSearch.first(Array(#""seal""#.utf8), in: Array(bytes), 0..<bytes.count) == nil
    }
  }

  /// Appends an unsealed line, which has no line ending, up to where its seal belongs.
  func appendOpened(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    switch format {
    case .csv: bytes += line
    case .json:
      bytes += line.dropLast()
      bytes += opening
    }
  }

  /// Returns a line without its seal, as `LineWriter` writes it; nil for a line that is neither
  /// sealed nor unsealed in the form that the writer gives it.
  func unsealed(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    if isMissing(in: line) { return Array(line) }
    let bytes = Array(line)
    guard let digits = digits(of: 0..<bytes.count),
      isWritten(around: digits, in: bytes.span.bytes, 0..<bytes.count)
    else { return nil }
    return switch format {
    case .csv: Array(bytes[..<digits])
    case .json: bytes[..<(digits - opening.count)] + [ASCII.closeBrace]
    }
  }

  /// The start of a line about the file itself, which names no participant.
  var startOfFileEvent: [UInt8] {
    switch format {
    case .csv: [ASCII.comma]
    case .json: Array(#"{"action""#.utf8)
    }
  }

  /// True if the line at `line` may be about the file itself.
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
