/// What is wrong with a JSON document, and where.
struct JSONFault: Error {
  /// What can be wrong.
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

  /// The fault with its place, as a person reads it.
  func diagnostic(in file: String) -> Diagnostic {
    let (message, remedy) = words
    return Diagnostic(
      message, at: SourceLocation(file: file, line: line, column: column), remedy: remedy)
  }

  private var words: (message: String, remedy: String) {
    let mend = "mend the file in a text editor, or put back a copy that worked"
    switch kind {
    case .byteOrderMark:
      return ("the file starts with a byte order mark", "save it as UTF-8 without one")
    case .notUTF8: return ("this file is not UTF-8 text", "save it as UTF-8")
    case .expected(let wanted, let found):
      return ("this is not valid JSON: expected \(wanted), found \(found)", mend)
    case .unclosedText:
      return (
        "this is not valid JSON: a quotation mark is not closed on its line",
        "a line end inside a text is written \\n"
      )
    case .controlCharacter(let byte):
      return (
        "this is not valid JSON: a control character (byte \(byte)) stands in a text", "remove it"
      )
    case .tooDeep:
      return (
        "lists and objects stand more than \(JSONDocument.greatestDepth) deep inside each other",
        mend
      )
    case .repeatedKey(let key, let first):
      return (
        "the key “\(key)” stands twice in one object",
        "keep one: the first is on line \(first)"
      )
    case .notANumber(let text):
      return (
        "“\(text)” is not a valid number",
        "a number is written as 0.5, -3 or 1e-10, and must not be too large or too close to 0"
      )
    }
  }
}
