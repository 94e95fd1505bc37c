/// How far two ways of sorting the same people into the same categories agree.
package struct CategoryAgreement: Sendable, Equatable {
  /// The number of people.
  package let total: Int
  /// The share of people that both ways put into the same category.
  package let proportion: Double
  /// Cohen's kappa, (p − pₑ)/(1 − pₑ) with the share pₑ that would agree by chance: 1 is full
  /// agreement, 0 what chance gives (Cohen 1960, doi 10.1177/001316446002000104). Nil where both
  /// ways put everybody into the same single category.
  package let kappa: Double?

  /// - Parameter counts: at [i][j], how many people are in category i by the first way and in j by
  ///   the second; as many rows as columns, no count negative.
  /// - Returns: nil where there is nobody, and for a table that is not as said.
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
    // Times n², where all is whole: 1 − pₑ of shares would keep a rounding where it is 0.
    let disagreeing = Double(total) * Double(total) - chance
    kappa =
      disagreeing > 0
      ? (Double(agreeing) * Double(total) - chance) / disagreeing : nil
  }
}
