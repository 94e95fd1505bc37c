import Text

/// The short name that files and commands call a timepoint by, such as `day30`.
package struct TimepointID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Nil unless the text consists of lower-case letters, digits and `_`, and starts with a letter.
  package init?(rawValue: String) {
    guard Self.isName(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  package var description: String { rawValue }

  /// What a message says of a text that is no id.
  package static let rule =
    "a timepoint's id has lower-case letters, digits and _, and starts with a letter"

  /// Whether the text can name a timepoint or an attribute, which are columns of exported tables.
  static func isName(_ text: String) -> Bool {
    let allowed = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), ASCII.zero...ASCII.nine, UInt8(ascii: "_"): true
      default: false
      }
    }
    guard allowed, let first = text.utf8.first else { return false }
    return first >= UInt8(ascii: "a")
  }
}
