import Records

/// The scores of a table among the byte strings of an export; missing where there is none.
struct ScoreStrings {
  private let zero: Int

  /// `ScoreColumn` marks an entry without a score by −1 or −2.
  static let marks = 2

  /// Adds the scores to `strings`, each with `key` in front.
  init(
    _ values: [Double], key: [UInt8] = [], in syntax: TableSyntax, to strings: inout ByteStrings
  ) {
    let first = strings.add(count: Self.marks + values.count) { index, bytes in
      bytes += key
      bytes += syntax.number(index < Self.marks ? nil : values[index - Self.marks])
    }
    zero = first + Self.marks
  }

  /// The number of the byte string of an entry of `ScoreColumn.scores`.
  @inline(__always)
  subscript(score: Int32) -> Int { zero + Int(score) }
}
