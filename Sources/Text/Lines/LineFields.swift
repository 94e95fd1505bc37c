/// Where the values of one line stand in the bytes it was scanned from, one range a column of the
/// schema; an empty range is a missing value.
///
/// One value of this type is used again and again, so that scanning a line allocates nothing.
public struct LineFields: Sendable {
  /// For each column, where its value starts in the upper half and where it ends in the lower.
  @usableFromInline var ranges: [UInt64]
  /// How many columns before the last the line lacks because it is older than they are.
  public internal(set) var lacking = 0

  /// Fields that are all missing, `columns` of them.
  public init(columns: Int) {
    ranges = [UInt64](repeating: 0, count: columns)
  }

  /// How many columns there are.
  public var count: Int { ranges.count }

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

  /// A range as `ranges` holds it.
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
