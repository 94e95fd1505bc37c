/// A stretch of scores with a name, such as 5 to 9 “mild”.
package struct Band: Sendable, Equatable {
  package let label: String
  /// The lowest score that belongs to it.
  package let from: Double
  /// The highest whole score that belongs to it; a score with decimals belongs to it up to where
  /// the next band begins.
  package let through: Double

  package init(_ label: String, from: Double, through: Double) {
    self.label = label
    self.from = from
    self.through = through
  }
}
