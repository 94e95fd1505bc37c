#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds byte strings in large buffers.
package enum ByteSearch {
  /// The offset of the first `needle`, which is not empty, in `range` of `bytes`; nil where there is
  /// none. The C library looks for the first byte, which it does many bytes at a time.
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
}
