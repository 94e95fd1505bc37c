import Statistics

/// The number of people with a property among a total, with Wilson's interval of the proportion.
package struct Share: Sendable, Equatable {
  package let count: Int
  /// The denominator.
  package let total: Int
  /// Nil if the total is 0.
  package let interval: WilsonInterval?

  init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
    interval = WilsonInterval(successes: count, trials: total)
  }
}
