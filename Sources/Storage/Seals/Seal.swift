import Text

/// The seal that chains a line to the lines above it: the first 16 hexadecimal digits of SHA-256
/// over the seal above and the line's bytes up to its own seal.
package struct Seal: Sendable, Hashable, CustomStringConvertible {
  /// The digits as ASCII characters, with the first in the highest bits.
  private let first: UInt64
  private let last: UInt64

  /// The number of digits.
  static let length = 16

  /// - Parameter previous: the seal before the message; nil for none.
  init(of message: RawSpan, after previous: Seal?) {
    let prefix = previous.map { ($0.first, $0.last) }
    let words = SHA256(message, after: prefix).words
    first = Self.digits(words.0)
    last = Self.digits(words.1)
  }

  /// Reads the 16 bytes at `offset` of `bytes` without checking them.
  @inline(__always)
  init(unchecked bytes: RawSpan, at offset: Int) {
    first = ByteWord.load(bytes, at: offset).byteSwapped
    last = ByteWord.load(bytes, at: offset + ByteWord.size).byteSwapped
  }

  /// Reads the 16 bytes at `offset` of `bytes`; nil unless all are digits in lower case.
  init?(_ bytes: RawSpan, at offset: Int) {
    for position in offset..<offset + Self.length {
      switch bytes.byte(at: position) {
      case ASCII.zero...ASCII.nine, UInt8(ascii: "a")...UInt8(ascii: "f"): continue
      default: return nil
      }
    }
    self.init(unchecked: bytes, at: offset)
  }

  /// Reads a seal that a person noted; nil if the text is not a seal.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == Self.length else { return nil }
    self.init(bytes.span.bytes, at: 0)
  }

  /// The digits.
  package var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the digits as they are in a file.
  func append(to bytes: inout [UInt8]) {
    append(first, to: &bytes)
    append(last, to: &bytes)
  }

  private func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for position in 1...ByteWord.size {
      bytes.append(UInt8(truncatingIfNeeded: word &>> UInt64(64 - 8 * position)))
    }
  }

  /// The eight hexadecimal digits of a word as ASCII, computed at once: each half byte gets a byte
  /// of its own, and those above 9 are shifted by the distance from “9” to “a”.
  private static func digits(_ word: UInt32) -> UInt64 {
    var halves = UInt64(word)
    halves = (halves &<< 16 | halves) & 0x0000_FFFF_0000_FFFF
    halves = (halves &<< 8 | halves) & 0x00FF_00FF_00FF_00FF
    halves = (halves &<< 4 | halves) & ByteWord.repeating(0x0F)
    let letters = ((halves &+ ByteWord.repeating(6)) &>> 4) & ByteWord.repeating(1)
    return halves &+ ByteWord.repeating(ASCII.zero) &+ letters &* 39
  }
}
