// Public, since only public declarations are inlined into other modules.

/// Collects the bytes of an output and passes them on in pieces, so that the whole output is never
/// in memory.
public struct OutputBuffer {
  /// The approximate size of a piece, in bytes.
  package static let usualSize = 256 << 10

  @usableFromInline let size: Int
  /// The bytes collected so far, followed by free space.
  @usableFromInline var bytes: [UInt8]
  @usableFromInline var count = 0

  package init(size: Int = usualSize) {
    self.size = size
    bytes = [UInt8](repeating: 0, count: size + ByteWord.size)
  }

  /// Appends one of the byte strings.
  @inlinable @inline(__always)
  public mutating func append(_ number: Int, of strings: ByteStrings) {
    let range = strings.range(of: number)
    makeRoom(for: range.count)
    // The bytes that the last word copies beyond the string are overwritten by the next one.
    ByteWord.copy(strings.storage.span.bytes, range, into: &bytes, at: count)
    count += range.count
  }

  /// Appends any number of bytes.
  package mutating func append(_ more: [UInt8]) {
    makeRoom(for: more.count)
    bytes.replaceSubrange(count..<count + more.count, with: more)
    count += more.count
  }

  /// Appends a text.
  package mutating func append(_ text: String) {
    let length = text.utf8.count
    makeRoom(for: length)
    for byte in text.utf8 {
      bytes[count] = byte
      count += 1
    }
  }

  /// Removes a byte at the end as often as it stands there.
  package mutating func removeTrailing(_ byte: UInt8) {
    while count > 0, bytes[count - 1] == byte { count -= 1 }
  }

  /// Passes the bytes on if there are enough of them. Must be called after each row.
  @inlinable @inline(__always)
  public mutating func flushIfFull<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    if count >= size { try flush(to: sink) }
  }

  /// Passes on all bytes collected so far.
  @inlinable
  public mutating func flush<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard count > 0 else { return }
    try sink(Array(bytes[..<count]))
    count = 0
  }

  /// Ensures space for this many bytes and one more word.
  @inlinable @inline(__always)
  mutating func makeRoom(for more: Int) {
    let needed = count + more + ByteWord.size
    if needed > bytes.count { bytes += repeatElement(0, count: needed) }
  }
}
