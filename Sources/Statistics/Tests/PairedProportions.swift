/// The numbers of the same people in a group at a first and a second time, such as those with a
/// score at or above a cutoff.
package struct PairedProportions: Sendable, Equatable {
  /// In the group at both times.
  package let both: Int
  /// In the group only at the first time.
  package let movedOut: Int
  /// In the group only at the second time.
  package let movedIn: Int
  /// In the group at neither time.
  package let neither: Int

  /// Counts, none of them negative.
  package init(both: Int, movedOut: Int, movedIn: Int, neither: Int) {
    self.both = both
    self.movedOut = movedOut
    self.movedIn = movedIn
    self.neither = neither
  }

  /// All people.
  package var total: Int { both + movedOut + movedIn + neither }
  /// In the group at the first time.
  package var first: Int { both + movedOut }
  /// In the group at the second time.
  package var second: Int { both + movedIn }

  /// The proportion at the second time minus that at the first; nil if there are no people.
  package var difference: Double? {
    total > 0 ? Double(movedIn - movedOut) / Double(total) : nil
  }

  /// The test that as many moved in as out; nil if nobody moved.
  package var test: McNemarTest? { McNemarTest(movedIn: movedIn, movedOut: movedOut) }

  /// Newcombe's interval of the difference (1998, Statistics in Medicine 17(22):2635-2650, doi
  /// 10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C, method 10): the distances
  /// to the ends of Wilson's intervals of both proportions, combined as for correlated quantities,
  /// with a continuity correction of the correlation if it is positive. R's
  /// `contingencytables::Newcombe_square_and_add_CI_paired_2x2`.
  /// - Parameter confidenceLevel: strictly between 0 and 1.
  /// - Returns: nil if there are no people, or for any other level.
  package func differenceInterval(confidenceLevel: Double = 0.95) -> ConfidenceInterval? {
    guard let difference, let earlier = wilson(first, confidenceLevel),
      let later = wilson(second, confidenceLevel)
    else { return nil }
    let correlation = correlation
    /// √(x² − 2·φ·x·y + y²)
    func distance(_ x: Double, _ y: Double) -> Double {
      (x * x - 2 * correlation * x * y + y * y).squareRoot()
    }
    return ConfidenceInterval(
      lower: difference - distance(later.below, earlier.above),
      upper: difference + distance(later.above, earlier.below))
  }

  /// The distances from a proportion to the lower and upper ends of Wilson's interval.
  private func wilson(
    _ successes: Int, _ confidenceLevel: Double
  ) -> (below: Double, above: Double)? {
    guard
      let wilson = WilsonInterval(
        successes: successes, trials: total, confidenceLevel: confidenceLevel),
      let interval = wilson.confidenceInterval
    else { return nil }
    return (wilson.proportion - interval.lower, interval.upper - wilson.proportion)
  }

  /// Newcombe's φ: the correlation between the two times, reduced by half a person if it is
  /// positive; 0 if everyone or no one is in the group at one of the times.
  private var correlation: Double {
    let margins =
      Double(first) * Double(total - first) * Double(second) * Double(total - second)
    guard margins > 0 else { return 0 }
    let product = Double(both) * Double(neither) - Double(movedOut) * Double(movedIn)
    let corrected = product < 0 ? product : max(0, product - Double(total) / 2)
    return corrected / margins.squareRoot()
  }
}
