import Text

/// The short name of a timepoint in files and commands, such as `day30`.
package struct TimepointID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Creates an id; nil unless the text consists of lowercase letters, digits and `_` and starts
  /// with a letter.
  package init?(rawValue: String) {
    guard Self.isName(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  package var description: String { rawValue }

  /// The message about a text that is not an id.
  package static let rule =
    "a timepoint id has lowercase letters, digits and _, and starts with a letter"

  /// True if the text can name a timepoint or an attribute, which become columns of exported
  /// tables.
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
