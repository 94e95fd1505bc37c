import Text

/// The name read last in one column, since neighboring lines mostly share it, or hold the next one.
struct PreviousName: Sendable {
  /// The name's number in its table.
  private(set) var number = 0
  /// Whether the last line held the name after its neighbor's, and so most likely the next one
  /// does.
  private var movesOn = false

  /// The number of the name at `range` in `table`, or nil where it is not there.
  @inline(__always)
  mutating func number(in table: InternTable, _ bytes: RawSpan, _ range: Range<Int>) -> Int? {
    if table.isName(number, bytes, range) { return number }
    let following = following(in: table)
    let found = table.isName(following, bytes, range) ? following : table.number(of: bytes, range)
    if let found { number = found }
    return found
  }

  /// The number of the name that stands at `position` of a written line, which moves behind the
  /// name and what ends it; nil where no name of `table` stands there.
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

  /// Files are often in the order in which the names first came, again and again where they are
  /// few; a look there spares a search.
  @inline(__always)
  private func following(in table: InternTable) -> Int {
    number + 1 < table.count ? number + 1 : 0
  }
}
