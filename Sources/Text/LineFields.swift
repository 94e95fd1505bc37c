/// Where the values of one line stand in the bytes it was scanned from, one range a column of the
/// schema; an empty range is a missing value.
///
/// One value of this type is used again and again, so that scanning a line allocates nothing.
public struct LineFields: Sendable {
  @usableFromInline var starts: [Int32]
  @usableFromInline var ends: [Int32]

  /// Fields that are all missing, `columns` of them.
  public init(columns: Int) {
    starts = [Int32](repeating: 0, count: columns)
    ends = starts
  }

  /// How many columns there are.
  public var count: Int { starts.count }

  /// The range of bytes of a column's value, as offsets into the scanned buffer.
  @inlinable
  public subscript(column: Int) -> Range<Int> {
    @inline(__always) get { Int(starts[column])..<Int(ends[column]) }
    @inline(__always) set {
      starts[column] = Int32(truncatingIfNeeded: newValue.lowerBound)
      ends[column] = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// Makes every value missing.
  mutating func clear() {
    for column in starts.indices { self[column] = 0..<0 }
  }
}
