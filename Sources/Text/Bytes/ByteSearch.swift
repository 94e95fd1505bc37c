#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds byte strings in large buffers.
package enum ByteSearch {
  /// The offset of the first `needle`, which must not be empty, in `range` of `bytes`; nil if there
  /// is none. The first byte is found by the C library, which compares many bytes at a time.
  package static func first(
    _ needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>
  ) -> Int? {
    bytes.withUnsafeBytes { bytes in
      needle.withUnsafeBytes { needle in
        guard let base = bytes.baseAddress, let wanted = needle.baseAddress else { return nil }
        var offset = range.lowerBound
        while offset + needle.count <= range.upperBound {
          let rest = range.upperBound - needle.count + 1 - offset
          guard let match = memchr(base + offset, Int32(needle[0]), rest) else { return nil }
          offset = UnsafeRawPointer(match) - base
          if memcmp(base + offset, wanted, needle.count) == 0 { return offset }
          offset += 1
        }
        return nil
      }
    }
  }

  /// True if the bytes from `start` on equal those at `range`, which must lie before the same end.
  /// The C library compares many bytes at a time.
  package static func repeats(_ range: Range<Int>, in bytes: RawSpan, at start: Int) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= start,
      range.count <= bytes.byteCount - start
    else { return false }
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memcmp(base + range.lowerBound, base + start, range.count) == 0
    }
  }
}
