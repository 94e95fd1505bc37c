/// Prints a JSON value; the same value always gives the same bytes.
package enum JSONWriter {
  /// The value over several lines, indented by two spaces; lists and objects of plain values stay
  /// on one line if they fit. There is no line end after the last line.
  package static func pretty(_ value: JSONValue, indent: Int = 0) -> String {
    let oneLine = compact(value)
    if oneLine.utf8.count + indent <= widestLine, !holdsObjects(value) { return oneLine }
    let margin = String(repeating: " ", count: indent + 2)
    let closing = String(repeating: " ", count: indent)
    switch value {
    case .array(let elements):
      let lines = elements.map { margin + pretty($0, indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + closing + "]"
    case .object(let members):
      let lines = members.map {
        margin + quoted($0.key) + ": " + pretty($0.value, indent: indent + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + closing + "}"
    default:
      return oneLine
    }
  }

  /// The value on one line.
  package static func compact(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): NumberText.shortest(number)
    case .string(let text): quoted(text)
    case .array(let elements): "[" + elements.map(compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.key) + ": " + compact($0.value) }.joined(separator: ", ") + "}"
    }
  }

  /// The text in quotation marks, escaped as far as it must be.
  package static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= ASCII.space && $0 < 0x7F && $0 != ASCII.quote && $0 != ASCII.backslash
    }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars { JSONEscape.append(scalar, to: &result) }
    return result + "\""
  }

  /// The most characters in a line that holds a whole list or object.
  package static let widestLine = 96

  /// True if the value contains an object; such a value is easier to read over several lines.
  private static func holdsObjects(_ value: JSONValue) -> Bool {
    let children: [JSONValue] =
      switch value {
      case .array(let elements): elements
      case .object(let members): members.map(\.value)
      default: []
      }
    return children.contains { child in
      if case .object = child { return true }
      return holdsObjects(child)
    }
  }
}
