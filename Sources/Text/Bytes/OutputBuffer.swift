import Text

/// Receives the bytes of an export, one piece at a time.
package typealias ByteSink = ([UInt8]) throws(Problems) -> Void

/// Collects the bytes of an export and passes them on in pieces, so that the whole export is never
/// in memory.
struct OutputBuffer {
  /// The approximate size of a piece, in bytes.
  static let usualSize = 256 << 10

  private let size: Int
  /// The bytes collected so far, followed by free space.
  private var bytes: [UInt8]
  private var count = 0

  init(size: Int = usualSize) {
    self.size = size
    bytes = [UInt8](repeating: 0, count: size + ByteWord.size)
  }

  /// Appends one of the byte strings.
  @inline(__always)
  mutating func append(_ number: Int, of strings: ByteStrings) {
    let range = strings.range(of: number)
    makeRoom(for: range.count)
    // The bytes that the last word copies beyond the string are overwritten by the next one.
    ByteWord.copy(strings.storage.span.bytes, range, into: &bytes, at: count)
    count += range.count
  }

  /// Appends any number of bytes.
  mutating func append(_ more: [UInt8]) {
    makeRoom(for: more.count)
    bytes.replaceSubrange(count..<count + more.count, with: more)
    count += more.count
  }

  /// Passes the bytes on if there are enough of them. Must be called after each row.
  @inline(__always)
  mutating func flushIfFull(to sink: ByteSink) throws(Problems) {
    if count >= size { try flush(to: sink) }
  }

  /// Passes on all bytes collected so far.
  mutating func flush(to sink: ByteSink) throws(Problems) {
    guard count > 0 else { return }
    try sink(Array(bytes[..<count]))
    count = 0
  }

  /// Ensures space for this many bytes and one more word.
  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    let needed = count + more + ByteWord.size
    if needed > bytes.count { bytes += repeatElement(0, count: needed) }
  }
}
