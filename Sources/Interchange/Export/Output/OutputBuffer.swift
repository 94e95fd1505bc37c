import Text

/// Takes the finished bytes of an export, a piece at a time.
package typealias ByteSink = ([UInt8]) throws(Problems) -> Void

/// Collects the bytes of an export until there are enough to hand on, so that nothing ever holds
/// the whole of it.
struct OutputBuffer {
  /// About how many bytes are handed on at a time.
  static let usualSize = 256 << 10

  private let size: Int
  /// The bytes collected so far, then room for more.
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
    // What the last word holds beyond the string is written over by the next one.
    ByteWord.copy(strings.storage.span.bytes, range, into: &bytes, at: count)
    count += range.count
  }

  /// Appends bytes of any number.
  mutating func append(_ more: [UInt8]) {
    makeRoom(for: more.count)
    bytes.replaceSubrange(count..<count + more.count, with: more)
    count += more.count
  }

  /// Hands the bytes on where there are enough of them; to be called after each row.
  @inline(__always)
  mutating func flushIfFull(to sink: ByteSink) throws(Problems) {
    if count >= size { try flush(to: sink) }
  }

  /// Hands on all bytes that there are.
  mutating func flush(to sink: ByteSink) throws(Problems) {
    guard count > 0 else { return }
    try sink(Array(bytes[..<count]))
    count = 0
  }

  /// Sees to it that as many bytes, and a word beyond them, can be written.
  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    let needed = count + more + ByteWord.size
    if needed > bytes.count { bytes += repeatElement(0, count: needed) }
  }
}
