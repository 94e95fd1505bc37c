#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The elementary functions that this module takes from the C library; no other file imports it.
enum ElementaryFunctions {
  /// eˣ.
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// eˣ − 1, accurate near x = 0.
  static func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

  /// ln x.
  static func logarithm(_ x: Double) -> Double { log(x) }

  /// ln(1 + x), accurate near x = 0.
  static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

  /// ln |Γ(x)|, by the reentrant form, since plain `lgamma` writes to a global sign.
  static func logarithmOfGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }
}
