import Text

/// Neighboring columns of the previous written line, with the syntax around their values and their
/// meaning: if the next line has the same bytes, it has the same meaning.
///
/// The meaning is kept with the bytes because a line read by the general parser changes the names
/// and times in memory, but not these columns.
struct PreviousColumns<Meaning: Sendable>: Sendable {
  private var last: (range: Range<Int>, meaning: Meaning)?

  /// The meaning of the columns if the same bytes are at `position`, which then moves past them.
  @inline(__always)
  func pass(_ bytes: RawSpan, at position: inout Int) -> Meaning? {
    guard let last, ByteSearch.repeats(last.range, in: bytes, at: position) else { return nil }
    position += last.range.count
    return last.meaning
  }

  mutating func note(_ range: Range<Int>, _ meaning: Meaning) { last = (range, meaning) }
}
