import Text
import Records

/// The scores of a table as byte strings of an export; missing where there is none.
struct ScoreStrings {
  private let zero: Int

  /// The number of marks: `ScoreColumn` has −1 or −2 for an entry without a score.
  static let marks = 2

  /// Adds the scores to `strings`, each after `key`.
  init(
    _ values: [Double], key: [UInt8] = [], in syntax: TableSyntax, to strings: inout ByteStrings
  ) {
    let first = strings.add(count: Self.marks + values.count) { index, bytes in
      bytes += key
      bytes += syntax.number(index < Self.marks ? nil : values[index - Self.marks])
    }
    zero = first + Self.marks
  }

  /// The number of the byte string for an entry of `ScoreColumn.scores`.
  @inline(__always)
  subscript(score: Int32) -> Int { zero + Int(score) }
}
