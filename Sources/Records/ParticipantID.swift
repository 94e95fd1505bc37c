import Text

/// The code by which a program knows a participant, such as `P001`; never a name.
package struct ParticipantID: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  package let rawValue: String

  /// Nil where `problem(with:)` finds one.
  package init?(rawValue: String) {
    guard Self.problem(with: rawValue) == nil else { return nil }
    self.rawValue = rawValue
  }

  package var description: String { rawValue }

  // By bytes, as the files and the tables tell ids apart, and not by canonical equivalence.

  package static func == (left: ParticipantID, right: ParticipantID) -> Bool {
    left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in rawValue.utf8 { hasher.combine(byte) }
  }

  package static func < (left: ParticipantID, right: ParticipantID) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }

  /// Longest id in bytes of UTF-8.
  package static let longest = 64

  /// What keeps `text` from being an id, or nil where nothing does.
  package static func problem(with text: String) -> String? {
    if text.isEmpty { return "an id must not be empty" }
    if text.utf8.count > longest { return "an id has at most \(longest) bytes" }
    let separators = ",;\"'/\\"
    if text.unicodeScalars.contains(where: {
      $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F
        || separators.unicodeScalars.contains($0)
    }) {
      return "an id has no spaces, commas, semicolons, quotation marks or slashes"
    }
    if let first = text.unicodeScalars.first, "=+-@.".unicodeScalars.contains(first) {
      return "an id does not start with “\(first)”"
    }
    return nil
  }

  /// Whether the bytes at `range` are an id. Letters, digits, `-` and `_` are told at once, since
  /// nearly every id is made of them.
  static func isValid(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    for offset in range {
      switch bytes.byte(at: offset) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        ASCII.zero...ASCII.nine, UInt8(ascii: "_"):
        continue
      case ASCII.minus where offset > range.lowerBound: continue
      default: return problem(with: text(bytes, range)) == nil
      }
    }
    return 1...longest ~= range.count
  }

  private static func text(_ bytes: RawSpan, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    for offset in range { copy.append(bytes.byte(at: offset)) }
    return String(decoding: copy, as: UTF8.self)
  }
}
