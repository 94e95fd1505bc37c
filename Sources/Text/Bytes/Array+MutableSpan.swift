extension Array {
  /// Lends the entries to `body`, which changes them where they are. Whether they are shared is
  /// asked once, and not for each entry.
  ///
  /// It takes the place of the property `mutableSpan`, which no source file may use: with Swift 6.3
  /// at `-O` a span of one array of a value makes the compiler believe that no other array of that
  /// value is shared, so that changing another one changes its copies too. A span of a buffer
  /// pointer has nothing to do with the value that holds the array.
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
