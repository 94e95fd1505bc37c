import Text

/// Neighboring columns of the written line read last, with all that stands around their values, and
/// what they say: where the next line holds the same bytes, it says the same.
///
/// The meaning is kept with the bytes: a line that is read in the general way leaves other names
/// and moments in the memory, but no other run.
struct PreviousColumns<Meaning: Sendable>: Sendable {
  private var last: (range: Range<Int>, meaning: Meaning)?

  /// What the run says where it stands at `position` again, which then moves behind it.
  @inline(__always)
  func pass(_ bytes: RawSpan, at position: inout Int) -> Meaning? {
    guard let last, ByteSearch.repeats(last.range, in: bytes, at: position) else { return nil }
    position += last.range.count
    return last.meaning
  }

  mutating func note(_ range: Range<Int>, _ meaning: Meaning) { last = (range, meaning) }
}
