import Text

/// The previous name in one column: neighboring lines usually have the same name or the next one.
struct PreviousName: Sendable {
  /// The number of the name in its table.
  private(set) var number = 0
  /// True while names appear in the order of the table, so that the next line probably has the
  /// following name.
  private var movesOn = false

  /// The number of the name at `range` in `table`; nil if it is not in the table.
  @inline(__always)
  mutating func number(in table: InternTable, _ bytes: RawSpan, _ range: Range<Int>) -> Int? {
    if table.isName(number, bytes, range) { return number }
    let following = following(in: table)
    let found = table.isName(following, bytes, range) ? following : table.number(of: bytes, range)
    if let found { number = found }
    return found
  }

  /// The number of the name at `position` of a written line, which moves past the name and the byte
  /// that ends it; nil if there is no name of `table` there.
  @inline(__always)
  mutating func number(
    in table: InternTable, _ bytes: RawSpan, at position: inout Int, of line: WrittenLine
  ) -> Int? {
    let expected = movesOn ? following(in: table) : number
    if let end = table.end(of: expected, in: bytes, from: position), line.endsText(bytes, at: end) {
      (number, position) = (expected, end + 1)
      return expected
    }
    return unexpectedNumber(in: table, bytes, at: &position, of: line)
  }

  private mutating func unexpectedNumber(
    in table: InternTable, _ bytes: RawSpan, at position: inout Int, of line: WrittenLine
  ) -> Int? {
    let following = following(in: table)
    let candidate = movesOn ? number : following
    if let end = table.end(of: candidate, in: bytes, from: position),
      line.endsText(bytes, at: end)
    {
      movesOn.toggle()
      (number, position) = (candidate, end + 1)
      return candidate
    }
    guard let end = line.endOfText(bytes, from: position), line.endsText(bytes, at: end),
      let found = table.number(of: bytes, position..<end)
    else { return nil }
    (number, position) = (found, end + 1)
    return found
  }

  /// The number after `number`. Files often have names in the order in which they first appeared,
  /// repeatedly if there are few; trying that order first saves a search.
  @inline(__always)
  private func following(in table: InternTable) -> Int {
    number + 1 < table.count ? number + 1 : 0
  }
}
