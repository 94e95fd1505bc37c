/// Parses a JSON document from left to right (RFC 8259).
///
/// A syntax error ends the parsing; errors that leave the rest readable are collected in `faults`.
struct JSONDocumentParser {
  /// The errors found so far that did not end the parsing.
  private(set) var faults: [JSONFault] = []
  /// The document followed by a NUL, which occurs nowhere outside texts, so that there is always a
  /// next byte.
  private let bytes: [UInt8]
  private var position = 0
  /// The line of `position`, counted from 1, and where it starts. Texts contain no line ends, so
  /// only white space changes them.
  private var line = 1
  private var lineStart = 0

  init(_ document: [UInt8]) {
    bytes = document + [0]
  }

  /// The document's value.
  mutating func document() throws(JSONFault) -> JSONValue {
    if bytes.starts(with: ByteOrderMark.utf8) { throw fault(.byteOrderMark) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      moveToInvalidUTF8()
      throw fault(.notUTF8)
    }
    let value = try value(depth: 0)
    skipSpaces()
    guard position == bytes.count - 1 else { throw expected("the end of the file") }
    return value
  }

  /// The value at `position`, inside `depth` lists and objects.
  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    skipSpaces()
    switch bytes[position] {
    case ASCII.openBrace: return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case ASCII.quote: return .string(try text())
    case ASCII.minus, ASCII.zero...ASCII.nine: return .number(number())
    default: break
    }
    let words: KeyValuePairs<String, JSONValue> = [
      "true": .bool(true), "false": .bool(false), "null": .null,
    ]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw expected("a value")
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONValue] {
    try open(depth: depth)
    if take(UInt8(ascii: "]")) { return [] }
    var elements: [JSONValue] = []
    repeat {
      elements.append(try value(depth: depth))
    } while take(ASCII.comma)
    guard take(UInt8(ascii: "]")) else { throw expected("“,” or “]”") }
    return elements
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONMember] {
    try open(depth: depth)
    if take(ASCII.closeBrace) { return [] }
    var members: [JSONMember] = []
    var lines: [String: Int] = [:]
    repeat {
      skipSpaces()
      let start = position
      guard bytes[start] == ASCII.quote else { throw expected("a key in quotation marks") }
      let key = try text()
      if let first = lines.updateValue(line, forKey: key) {
        faults.append(fault(.repeatedKey(key, firstOnLine: first), at: start))
      }
      guard take(ASCII.colon) else { throw expected("“:”") }
      members.append(JSONMember(key, try value(depth: depth)))
    } while take(ASCII.comma)
    guard take(ASCII.closeBrace) else { throw expected("“,” or “}”") }
    return members
  }

  /// Moves past the bracket that opens a list or an object.
  private mutating func open(depth: Int) throws(JSONFault) {
    guard depth <= JSONDocument.greatestDepth else { throw fault(.tooDeep) }
    position += 1
  }

  /// The text between the quotation mark at `position` and the closing one.
  private mutating func text() throws(JSONFault) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while bytes[position] != ASCII.quote {
      let byte = bytes[position]
      guard byte >= ASCII.space else {
        let isEnd = byte == ASCII.lineFeed || position == bytes.count - 1
        if isEnd { position = start }
        throw fault(isEnd ? .unclosedText : .controlCharacter(byte))
      }
      if byte == ASCII.backslash {
        text += String(try escapedCharacter()).utf8
      } else {
        text.append(byte)
        position += 1
      }
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escapedCharacter() throws(JSONFault) -> Unicode.Scalar {
    do throws(JSONEscape.Fault) {
      return try JSONEscape.character(bytes, at: &position)
    } catch {
      position = error.offset
      throw expected(error.expected)
    }
  }

  /// The number at `position`. A number that a double cannot represent is an error and read as 0.
  private mutating func number() -> Double {
    let start = position
    while "0123456789+-.eE".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = DecimalText.parse(text) { return number }
    faults.append(fault(.notANumber(text), at: start))
    return 0
  }

  /// Moves past `byte` if it comes next. Returns true if it did.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while " \t\n\r".utf8.contains(bytes[position]) {
      position += 1
      if bytes[position - 1] == ASCII.lineFeed { (line, lineStart) = (line + 1, position) }
    }
  }

  /// An error on this line: at `position`, or at `start` before it.
  private func fault(_ kind: JSONFault.Kind, at start: Int? = nil) -> JSONFault {
    JSONFault(kind: kind, line: line, column: (start ?? position) - lineStart + 1)
  }

  /// The error that something else was expected at `position`.
  private func expected(_ wanted: String) -> JSONFault {
    let text = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    let isEnd = position == bytes.count - 1
    let found = isEnd ? "the end of the file" : "“\(String(text.unicodeScalars.prefix(1)))”"
    return fault(.expected(wanted, found: found))
  }

  private mutating func moveToInvalidUTF8() {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while case .scalarValue(let character) = decoder.decode(&rest) {
      position += UTF8.width(character)
      if character == "\n" { (line, lineStart) = (line + 1, position) }
    }
  }
}
