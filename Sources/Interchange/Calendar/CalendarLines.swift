import Text

/// The content lines of an iCalendar file (RFC 5545): each ends with CR LF and is folded so that no
/// line has more than 75 octets.
struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  /// The most octets in a line, without its ending (RFC 5545, section 3.1).
  private static let longestLine = 75

  /// Adds a property whose value is not a text, such as a date.
  mutating func add(_ name: String, _ value: String) {
    var room = Self.longestLine
    for scalar in (name + ":" + value).unicodeScalars {
      let character = Array(String(scalar).utf8)
      if character.count > room {
        // The space that begins the rest of a folded line is part of its length.
        bytes += [ASCII.carriageReturn, ASCII.lineFeed, ASCII.space]
        room = Self.longestLine - 1
      }
      bytes += character
      room -= character.count
    }
    bytes += [ASCII.carriageReturn, ASCII.lineFeed]
  }

  /// Adds a property whose value is a text, with the characters escaped that separate values (RFC
  /// 5545, section 3.3.11).
  mutating func add(_ name: String, text: String) {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    add(name, escaped)
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
