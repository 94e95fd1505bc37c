// Public, since only public declarations are inlined into other modules.

/// The byte ranges of the values of one scanned line, one for each column of the schema; an empty
/// range is a missing value.
///
/// One value of this type is reused, so that scanning a line allocates nothing.
public struct LineFields: Sendable {
  /// For each column, the start of its value in the upper half and the end in the lower.
  @usableFromInline var ranges: [UInt64]
  /// The number of columns before the last that the line lacks because they were added later.
  package internal(set) var lacking = 0

  /// Fields of `columns` columns, all missing.
  package init(columns: Int) {
    ranges = [UInt64](repeating: 0, count: columns)
  }

  /// The number of columns.
  package var count: Int { ranges.count }

  /// The range of bytes of a column's value, as offsets into the scanned buffer.
  @inlinable
  public subscript(column: Int) -> Range<Int> {
    @inline(__always) get {
      let range = ranges[column]
      return Range(
        uncheckedBounds: (Int(range >> 32), Int(range & 0xFFFF_FFFF)))
    }
    @inline(__always) set { ranges[column] = Self.packed(newValue) }
  }

  /// A range in the form that `ranges` stores.
  @inlinable @inline(__always)
  static func packed(_ range: Range<Int>) -> UInt64 {
    UInt64(truncatingIfNeeded: range.lowerBound) << 32
      | UInt64(truncatingIfNeeded: range.upperBound)
  }

  /// Makes every value missing.
  mutating func clear() {
    for column in ranges.indices { ranges[column] = 0 }
  }
}
