extension InternTable {
  /// The first bytes of the byte string with this number as a number that sorts like them.
  package func sortKey(of number: Int) -> UInt64 { names[number].start.byteSwapped }

  /// The numbers of all byte strings, sorted by their bytes.
  package var numbersByBytes: [Int] {
    let keys = names.indices.map { (start: sortKey(of: $0), number: $0) }
    return keys.sorted { left, right in
      left.start != right.start
        ? left.start < right.start
        : bytes(of: left.number).lexicographicallyPrecedes(bytes(of: right.number))
    }.map(\.number)
  }
}
