/// How the points of the scored items become the score.
package enum ScoringRule: Sendable, Equatable {
  /// Their sum times a whole number, which is 1 for most instruments.
  case sum(multiplier: Int)
  /// Their mean.
  case mean
  /// Their sum, but never more than `cap`.
  case cappedSum(cap: Int)
  /// Their sum looked up: one score for each raw total, from the lowest possible to the highest.
  case table([Double])
  /// No items are recorded here: somebody enters the total, with or without decimals.
  case entered(fractions: Bool)

  /// The score of a raw total.
  /// - Parameters:
  ///   - rawTotal: the sum of the scored items' points.
  ///   - lowest: the lowest raw total that is possible, where a table begins.
  ///   - itemCount: how many items are scored.
  /// - Returns: nil for a raw total that a table does not cover, or without items.
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

  /// The distance between neighboring scores where scores are whole numbers; nil where they have
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
    case .entered: "total entered as it is"
    }
  }
}
