/// The short name of an instrument in files and commands, such as `phq-9`.
package struct InstrumentID: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  package let rawValue: String

  /// Creates an id; nil unless the text consists of lowercase letters, digits and single inner
  /// hyphens.
  package init?(rawValue: String) {
    let words = rawValue.split(separator: "-", omittingEmptySubsequences: false)
    let isValid = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { letters.contains($0) || digits.contains($0) }
    }
    guard isValid else { return nil }
    self.rawValue = rawValue
  }

  /// The message about a text that is not a valid id.
  package static func notValid(_ text: String) -> String {
    "“\(text)” is not a valid instrument id"
  }

  /// An id in this program's own data; a test checks that each of them is valid.
  init(builtIn id: StaticString) {
    rawValue = id.description
  }

  package var description: String { rawValue }

  package static func < (left: InstrumentID, right: InstrumentID) -> Bool {
    left.rawValue < right.rawValue
  }
}

private let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
private let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
