/// The two parts, below and above a point, of an integral whose total is 1.
///
/// Both are kept because 1 − lower loses every digit of a small upper part, and vice versa.
package struct IncompleteIntegral: Sendable {
  /// The part below the point, 0…1.
  package let lower: Double
  /// The part above the point, 0…1.
  package let upper: Double
  /// The power term in front of the continued fraction: x^a·e^−x/Γ(a) for the gamma integral,
  /// x^a·(1 − x)^b/B(a, b) for the beta integral.
  package let kernel: Double
}
