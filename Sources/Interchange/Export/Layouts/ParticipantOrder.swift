import Records
import Text

/// The order in which exports list participants.
enum ParticipantOrder {
  /// The numbers of all participants, sorted by the bytes of their ids.
  static func byID(_ ids: InternTable) -> [Int] {
    let keys = (0..<ids.count).map { number in
      SortKey(start: start(of: ids.bytes(of: number)), number: number)
    }
    return keys.sorted { left, right in
      if left.start != right.start { return left.start < right.start }
      return ids.bytes(of: left.number).lexicographicallyPrecedes(ids.bytes(of: right.number))
    }.map(\.number)
  }

  private struct SortKey {
    let start: UInt64
    let number: Int
  }

  /// The first bytes as a number that sorts in the same order. Shorter ids are padded with zeros,
  /// which no id contains.
  private static func start(of bytes: ArraySlice<UInt8>) -> UInt64 {
    let word = bytes.prefix(ByteWord.size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return word << UInt64(8 * max(0, ByteWord.size - bytes.count))
  }
}
