import Text

/// Turns the bytes that a terminal sends into keys.
struct KeyDecoder {
  private var bytes: [UInt8] = []

  mutating func add(_ more: [UInt8]) { bytes += more }

  /// True if bytes are left that may be the beginning of a key.
  var hasPart: Bool { !bytes.isEmpty }

  /// Takes the next key.
  /// - Parameter isComplete: true if no more bytes of a key that has begun will come, so that a
  ///   lone escape byte is the key Escape.
  /// - Returns: nil if more bytes are needed.
  mutating func next(isComplete: Bool) -> Key? {
    while let first = bytes.first {
      switch first {
      case 0x1B:
        guard let length = escapeLength ?? (isComplete ? bytes.count : nil) else { return nil }
        let sequence = take(length)
        if let key = Self.escapeKeys[sequence] { return key }
      case 0x80...:
        guard let length = characterLength ?? (isComplete ? 1 : nil) else { return nil }
        let text = String(validating: take(length), as: UTF8.self)
        if let scalar = text?.unicodeScalars.first, !VisibleText.isHidden(scalar) {
          return .character(Character(scalar))
        }
      default:
        _ = take(1)
        if let key = Self.key(first) { return key }
      }
    }
    return nil
  }

  /// Takes a whole line without its ending; nil if none has arrived.
  mutating func nextLine() -> String? {
    guard let end = bytes.firstIndex(of: ASCII.lineFeed) else { return nil }
    let line = take(end + 1).dropLast()
    let text = String(decoding: line, as: UTF8.self).unicodeScalars.filter {
      !VisibleText.isHidden($0)
    }
    return String(String.UnicodeScalarView(text))
  }

  private static func key(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x03: .interrupt
    case 0x04: .end
    case 0x08, 0x7F: .backspace
    case ASCII.lineFeed, ASCII.carriageReturn: .enter
    case 0x15: .escape
    case 0x1A: .suspend
    case ASCII.space..<0x7F: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }

  private static let escapeKeys: [[UInt8]: Key] = {
    let arrows: [(Character, Key)] = [("A", .up), ("B", .down), ("C", .right), ("D", .left)]
    var keys: [[UInt8]: Key] = [[0x1B]: .escape]
    for (letter, key) in arrows {
      keys[Array("\u{1B}[\(letter)".utf8)] = key
      keys[Array("\u{1B}O\(letter)".utf8)] = key
    }
    return keys
  }()

  /// The length of the escape sequence at the start (ECMA-48, section 5.4); nil if its end has not
  /// arrived.
  private var escapeLength: Int? {
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["):
      return bytes.dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }.map { $0 + 1 }
    case UInt8(ascii: "O"): return bytes.count > 2 ? 3 : nil
    case 0x1B: return 1
    default: return 2
    }
  }

  /// The length of the character of several bytes at the start; nil if its end has not arrived.
  private var characterLength: Int? {
    let length =
      switch bytes[0] {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    // A byte that cannot continue the character ends it early.
    let rest = bytes.dropFirst().prefix(length - 1).prefix { 0x80..<0xC0 ~= $0 }
    if rest.count < length - 1, bytes.count > rest.count + 1 { return rest.count + 1 }
    return bytes.count >= length ? length : nil
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    defer { bytes.removeFirst(count) }
    return Array(bytes.prefix(count))
  }
}
