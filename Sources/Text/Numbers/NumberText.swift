#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes numbers as text, independent of any locale.
package enum NumberText {
  /// The shortest decimal that reads back as the same double: `7.58`, `815`, `1e-50`. Not for
  /// infinities or NaN, which the program's files never contain.
  package static func shortest(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
    return value.description
  }

  /// The value with `decimals` digits after the point, 0 or more, rounded half to even on the exact
  /// binary value as C does; never “-0.0”.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let capacity = longestWholePart + decimals
    let text = String(unsafeUninitializedCapacity: capacity) { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        withVaList([Int32(decimals), value]) {
          Int(vsnprintf(characters.baseAddress, capacity, "%.*f", $0))
        }
      }
    }
    let isZero = text.utf8.allSatisfy { "-0.".utf8.contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// Characters of the largest double without its decimals: a sign, 309 digits, the point and the
  /// NUL at the end.
  private static let longestWholePart = 312
}
