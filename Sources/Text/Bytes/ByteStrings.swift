// Public, since only public declarations are inlined into other modules.

/// The parts that the rows of an output are made of, such as each date as it is written, by number.
///
/// Nearly everything in a long table consists of few different parts. Each is written once, so that
/// a row takes only a few copies of finished bytes.
public struct ByteStrings: Sendable {
  /// All byte strings one after the other, with spare bytes so that whole words can be read at the
  /// end.
  @usableFromInline var storage = [UInt8](repeating: 0, count: ByteWord.size)
  /// The start of each byte string, and the end of the last one.
  @usableFromInline var bounds = [0]

  package init() {}

  /// The number of byte strings.
  package var count: Int { bounds.count - 1 }

  /// Adds `count` byte strings.
  /// - Parameter spell: appends the bytes of one string, counted from 0, to the bytes before.
  /// - Returns: the number of the first string; the others follow it.
  package mutating func add(count: Int, spell: (Int, inout [UInt8]) -> Void) -> Int {
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
  package mutating func add(_ bytes: [UInt8]) -> Int {
    add(count: 1) { $1 += bytes }
  }

  /// Adds texts.
  /// - Returns: the number of the first one; the others follow it.
  package mutating func add(_ texts: [String]) -> Int {
    add(count: texts.count) { $1 += texts[$0].utf8 }
  }

  /// The range in `storage` of the byte string with this number.
  @inlinable @inline(__always)
  public func range(of number: Int) -> Range<Int> {
    bounds[number]..<bounds[number + 1]
  }
}
