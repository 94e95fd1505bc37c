import Text

/// The different scores of a file, each text parsed once however many lines hold it.
package struct ScoreDictionary: Sendable {
  private var texts = InternTable()
  /// The number that each text is.
  package private(set) var values: [Double] = []

  package init() {}

  /// The number of the score whose text stands at `range`, or nil where the text is no number.
  mutating func number(of bytes: RawSpan, _ range: Range<Int>) -> Int? {
    if let known = texts.number(of: bytes, range) { return known }
    guard let value = DecimalText.parse(bytes, range) else { return nil }
    values.append(value)
    return texts.intern(bytes, range)
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
