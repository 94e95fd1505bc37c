/// The way the points of the scored items become the score.
package enum ScoringRule: Sendable, Equatable {
  /// Their sum times a whole number, which is 1 for most instruments.
  case sum(multiplier: Int)
  /// Their mean.
  case mean
  /// Their sum, but never more than `cap`.
  case cappedSum(cap: Int)
  /// Their sum, looked up in a table: one score for each raw total, from the lowest possible to the
  /// highest.
  case table([Double])
  /// A total that is entered, with or without decimals: no items are recorded.
  case entered(fractions: Bool)

  /// The score of a raw total.
  /// - Parameters:
  ///   - rawTotal: the sum of the scored items' points.
  ///   - lowest: the lowest possible raw total, where a table begins.
  ///   - itemCount: the number of scored items.
  /// - Returns: nil for a raw total that a table does not cover, or if there are no items.
  func score(rawTotal: Double, lowest: @autoclosure () -> Int, itemCount: Int) -> Double? {
    switch self {
    case .sum(let multiplier): return rawTotal * Double(multiplier)
    case .mean: return itemCount > 0 ? rawTotal / Double(itemCount) : nil
    case .cappedSum(let cap): return min(rawTotal, Double(cap))
    case .table(let scores):
      guard let row = Int(exactly: rawTotal).map({ $0 - lowest() }), scores.indices.contains(row)
      else { return nil }
      return scores[row]
    case .entered: return nil
    }
  }

  /// The distance between neighboring scores if scores are whole numbers; nil if they have
  /// decimals.
  package var step: Double? {
    switch self {
    case .sum(let multiplier): Double(multiplier)
    case .cappedSum: 1
    case .entered(let fractions): fractions ? nil : 1
    case .mean, .table: nil
    }
  }

  /// The rule in words, such as `sum of the items × 4`.
  package var text: String {
    switch self {
    case .sum(multiplier: 1): "sum of the items"
    case .sum(let multiplier): "sum of the items × \(multiplier)"
    case .mean: "mean of the items"
    case .cappedSum(let cap): "sum of the items, at most \(cap)"
    case .table: "sum of the items, converted by a table"
    case .entered: "total entered directly"
    }
  }
}
