// Public, since only public declarations are inlined into other modules.

extension Array {
  /// Lends the entries to `body`, which changes them in place. Shared storage is checked for once,
  /// not for each entry.
  ///
  /// It replaces the property `mutableSpan`, which no source file may use: with Swift 6.3 at `-O`,
  /// a span of one array of a value makes the compiler assume that the value's other arrays are not
  /// shared, so that changing one of them also changes its copies. A span of a buffer pointer is
  /// not tied to the value that contains the array.
  @inlinable @inline(__always)
  public mutating func withMutableSpan<Result, Failure>(
    _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeMutableBufferPointer { buffer throws(Failure) in
      var span = MutableSpan(_unsafeElements: buffer)
      return try body(&span)
    }
  }
}
