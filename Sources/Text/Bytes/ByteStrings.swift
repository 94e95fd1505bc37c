import Text

/// The parts that the rows of an export are made of, such as each date as it is written, by number.
///
/// Nearly everything that an export writes consists of few different parts. Each is written once,
/// so that a row takes only a few copies of finished bytes.
struct ByteStrings: Sendable {
  /// All byte strings one after the other, with spare bytes so that whole words can be read at the
  /// end.
  private(set) var storage = [UInt8](repeating: 0, count: ByteWord.size)
  /// The start of each byte string, and the end of the last one.
  private var bounds = [0]

  /// The number of byte strings.
  var count: Int { bounds.count - 1 }

  /// Adds `count` byte strings.
  /// - Parameter spell: appends the bytes of one string, counted from 0, to the bytes before.
  /// - Returns: the number of the first string; the others follow it.
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

  /// The range in `storage` of the byte string with this number.
  @inline(__always)
  func range(of number: Int) -> Range<Int> {
    bounds[number]..<bounds[number + 1]
  }
}
