/// p-values adjusted for multiple tests by Holm's step-down method.
///
/// Holm (1979), "A simple sequentially rejective multiple test procedure". R's `p.adjust(method =
/// "holm")`.
package enum HolmAdjustment {
  /// - Parameter probabilities: unadjusted p-values, 0…1; nil for a test that could not be
  ///   computed, which does not count as one of the tests.
  /// - Returns: the adjusted p-values in the same order, at most 1; nil stays nil.
  package static func adjusted(_ probabilities: [Double?]) -> [Double?] {
    let ascending = probabilities.indices
      .compactMap { place in probabilities[place].map { (place: place, probability: $0) } }
      .sorted { $0.probability < $1.probability }
    var adjusted = probabilities
    var largest = 0.0
    for (rank, test) in ascending.enumerated() {
      // An adjusted p-value must not be smaller than that of an earlier test.
      largest = max(largest, Double(ascending.count - rank) * test.probability)
      adjusted[test.place] = min(1, largest)
    }
    return adjusted
  }
}
