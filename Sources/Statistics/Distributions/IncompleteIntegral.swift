/// The two parts of an integral of total 1, cut at a point: what lies below and what lies above.
///
/// Both are carried because 1 − lower loses every digit of a small upper part, and the reverse.
package struct IncompleteIntegral: Sendable {
  /// The part below the cut, 0…1.
  package let lower: Double
  /// The part above the cut, 0…1.
  package let upper: Double
  /// The power term in front of the continued fraction: x^a·e^−x/Γ(a) for the gamma integral,
  /// x^a·(1 − x)^b/B(a, b) for the beta integral.
  package let kernel: Double
}
