import Text

/// SHA-256 of a message that arrives in pieces, such as a file.
package struct SHA256Stream: Sendable {
  private var words = SHA256.initialWords
  /// The bytes after the last whole block.
  private var rest: [UInt8] = []
  /// The number of bytes so far.
  private var count = 0

  private static let blockSize = 64

  package init() {}

  /// Adds the next bytes of the message.
  package mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    var position = 0
    if !rest.isEmpty {
      position = min(Self.blockSize - rest.count, bytes.count)
      rest += bytes[..<position]
      guard rest.count == Self.blockSize else { return }
      let block = rest
      Self.compress(block.span.bytes, at: 0, into: &words)
    }
    while position + Self.blockSize <= bytes.count {
      Self.compress(bytes.span.bytes, at: position, into: &words)
      position += Self.blockSize
    }
    rest = Array(bytes[position...])
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits in lower case.
  package var digest: String {
    var last = self
    // A bit that is set, zeros, and the length in bits at the end of a block (section 5.1.1).
    let zeros = (2 * Self.blockSize - 9 - rest.count) % Self.blockSize
    last.add([0x80] + [UInt8](repeating: 0, count: zeros))
    let bits = UInt64(count) * 8
    last.add((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    let (a, b, c, d, e, f, g, h) = last.words
    return [a, b, c, d, e, f, g, h].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func compress(
    _ bytes: RawSpan, at start: Int, into words: inout SHA256.Words
  ) {
    func word(_ number: Int) -> UInt64 {
      ByteWord.load(bytes, at: start + 8 * number).byteSwapped
    }
    SHA256.compress(
      (word(0), word(1), word(2), word(3), word(4), word(5), word(6), word(7)), into: &words)
  }
}
