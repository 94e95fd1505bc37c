/// A named range of scores, such as 5 to 9 “mild”.
package struct Band: Sendable, Equatable {
  package let label: String
  /// The lowest score of the band.
  package let from: Double
  /// The highest whole score of the band; a score with decimals belongs to the band until the next
  /// one begins.
  package let through: Double

  package init(_ label: String, from: Double, through: Double) {
    self.label = label
    self.from = from
    self.through = through
  }
}
