import Foundation

/// Numbers to text, without any locale.
package enum NumberText {
  /// The shortest decimal that gives back the same double: `7.58`, `815`, `1e-50`.
  /// Not for infinities or NaN, which no file of this program holds.
  package static func shortest(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
    return value.description
  }

  /// The value with `decimals` digits after the point, rounded half to even on the exact binary
  /// value as C does; never “-0.0”.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    let isZero = text.allSatisfy { "-0.".contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }
}
