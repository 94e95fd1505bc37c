import Text

/// The different scores of a file. Each text is parsed once, however many lines contain it.
package struct ScoreDictionary: Sendable {
  private var texts = InternTable()
  /// The value of each text.
  package private(set) var values: [Double] = []

  package init() {
    // There are few scores and they are looked up on every line: spare capacity avoids collisions.
    texts.reserveCapacity(128)
  }

  /// The number of the score whose text is at `range`; nil if the text is not a number.
  mutating func number(of bytes: RawSpan, _ range: Range<Int>) -> Int? {
    if let known = texts.number(of: bytes, range) { return known }
    guard let value = DecimalText.parse(bytes, range) else { return nil }
    values.append(value)
    return texts.intern(bytes, range)
  }

  /// The number of the short score at `position` of a written line; moves `position` past it. Nil
  /// if the text is long or not a number.
  @inline(__always)
  mutating func number(of bytes: RawSpan, at position: inout Int) -> Int? {
    let word = ByteWord.load(bytes, at: position)
    let found = ByteWord.throughComma(word)
    guard found != 0 else { return nil }
    let length = ByteWord.firstIndex(found)
    let start = position
    position += length
    let text = word & (1 << UInt64(8 * length) &- 1)
    if let known = texts.number(ofShort: text, length: length) { return known }
    return number(of: bytes, start..<position)
  }

  /// Adds the scores of another dictionary.
  /// - Returns: for each number there, the number here.
  mutating func merge(_ other: ScoreDictionary) -> [Int32] {
    other.texts.texts.indices.map { number in
      let ours = texts.intern(other.texts[number])
      if ours == values.count { values.append(other.values[number]) }
      return Int32(ours)
    }
  }
}
