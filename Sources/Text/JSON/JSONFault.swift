/// An error in a JSON document, and its place.
struct JSONFault: Error {
  /// The kinds of error.
  enum Kind {
    case byteOrderMark
    case notUTF8
    case expected(String, found: String)
    case unclosedText
    case controlCharacter(UInt8)
    case tooDeep
    case repeatedKey(String, firstOnLine: Int)
    case notANumber(String)
  }

  let kind: Kind
  /// Counted from 1.
  let line: Int
  /// Counted in bytes from 1.
  let column: Int

  /// The error with its place, as a message for people.
  func diagnostic(in file: String) -> Diagnostic {
    let (message, remedy) = words
    return Diagnostic(
      message, at: SourceLocation(file: file, line: line, column: column), remedy: remedy)
  }

  private var words: (message: String, remedy: String) {
    let remedy = "fix the file in a text editor, or restore a copy that worked"
    switch kind {
    case .byteOrderMark:
      return ("the file starts with a byte order mark", "save it as UTF-8 without one")
    case .notUTF8: return ("this file is not UTF-8 text", "save it as UTF-8")
    case .expected(let wanted, let found):
      return ("this is not valid JSON: expected \(wanted), found \(found)", remedy)
    case .unclosedText:
      return (
        "this is not valid JSON: a quotation mark is not closed on the same line",
        "write a line break inside text as \\n"
      )
    case .controlCharacter(let byte):
      return (
        "this is not valid JSON: a control character (byte \(byte)) is inside text", "remove it"
      )
    case .tooDeep:
      return (
        "lists and objects are nested more than \(JSONDocument.greatestDepth) deep",
        remedy
      )
    case .repeatedKey(let key, let first):
      return (
        "the key “\(key)” appears twice in one object",
        "keep only one; the first is on line \(first)"
      )
    case .notANumber(let text):
      return (
        "“\(text)” is not a valid number",
        "write a number as 0.5, -3 or 1e-10; it must not be too large or too close to 0"
      )
    }
  }
}
