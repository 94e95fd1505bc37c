/// The agreement of two methods that sort the same people into the same categories.
package struct CategoryAgreement: Sendable, Equatable {
  /// The number of people.
  package let total: Int
  /// The share of people whom both methods put into the same category.
  package let proportion: Double
  /// Cohen's kappa, (p − pₑ)/(1 − pₑ), where pₑ is the share that would agree by chance: 1 is full
  /// agreement, 0 is agreement by chance (Cohen 1960, doi 10.1177/001316446002000104). Nil if both
  /// methods put everyone into the same single category.
  package let kappa: Double?

  /// - Parameter counts: at [i][j], the number of people in category i by the first method and in j
  ///   by the second; as many rows as columns, no count negative.
  /// - Returns: nil if there are no people, or if the table does not meet these conditions.
  package init?(_ counts: [[Int]]) {
    let total = counts.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0,
      counts.allSatisfy({ $0.count == counts.count && $0.allSatisfy { $0 >= 0 } })
    else { return nil }
    var agreeing = 0
    var chance = 0.0
    for category in counts.indices {
      agreeing += counts[category][category]
      let first = counts[category].reduce(0, +)
      let second = counts.reduce(0) { $0 + $1[category] }
      chance += Double(first) * Double(second)
    }
    self.total = total
    proportion = Double(agreeing) / Double(total)
    // Multiplied by n², where everything is a whole number: with shares, rounding could keep 1 − pₑ
    // from being 0.
    let disagreeing = Double(total) * Double(total) - chance
    kappa =
      disagreeing > 0
      ? (Double(agreeing) * Double(total) - chance) / disagreeing : nil
  }
}
