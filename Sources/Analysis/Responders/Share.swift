import Statistics

/// How many people of a number of people have something, with Wilson's interval of the share.
package struct Share: Sendable, Equatable {
  package let count: Int
  /// The denominator.
  package let total: Int
  /// Nil where there is nobody to count.
  package let interval: WilsonInterval?

  init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
    interval = WilsonInterval(successes: count, trials: total)
  }
}
