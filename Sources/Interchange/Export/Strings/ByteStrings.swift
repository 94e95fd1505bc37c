import Text

/// The parts that the rows of an export are put together from, such as each date as it is written,
/// by number.
///
/// What an export writes is nearly all made of few different parts. Each is spelled once, so that a
/// row is a handful of copies of ready bytes.
struct ByteStrings: Sendable {
  /// All byte strings one after the other, with spare bytes so that words can be read at the end.
  private(set) var storage = [UInt8](repeating: 0, count: ByteWord.size)
  /// Where each byte string starts, and where the last one ends.
  private var bounds = [0]

  /// How many byte strings there are.
  var count: Int { bounds.count - 1 }

  /// Adds `count` byte strings.
  /// - Parameter spell: appends the bytes of one, counted from 0, to what is there.
  /// - Returns: the number of the first; the others follow.
  mutating func add(count: Int, spell: (Int, inout [UInt8]) -> Void) -> Int {
    let first = self.count
    storage.removeLast(ByteWord.size)
    for index in 0..<count {
      spell(index, &storage)
      bounds.append(storage.count)
    }
    storage += repeatElement(0, count: ByteWord.size)
    return first
  }

  /// Adds one byte string.
  /// - Returns: its number.
  mutating func add(_ bytes: [UInt8]) -> Int {
    add(count: 1) { $1 += bytes }
  }

  /// Where in `storage` the byte string with this number stands.
  @inline(__always)
  func range(of number: Int) -> Range<Int> {
    bounds[number]..<bounds[number + 1]
  }
}
