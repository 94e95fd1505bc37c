/// The exact sums and sums of products of the participants who share a pattern.
struct PatternSums: Sendable {
  /// The number of participants.
  private(set) var participants = 0
  private var sums: [ExactSum]
  /// The lower triangle, row by row.
  private var products: [ExactSum]

  /// Sums over no participants.
  ///
  /// - Parameter scores: the number of scores of each participant.
  init(scores: Int) {
    sums = [ExactSum](repeating: ExactSum(), count: scores)
    products = [ExactSum](repeating: ExactSum(), count: scores * (scores + 1) / 2)
  }

  /// Adds one participant's scores.
  mutating func add(_ scores: [Double]) {
    participants += 1
    var place = 0
    for row in scores.indices {
      sums[row].add(scores[row])
      for column in 0...row {
        products[place].addProduct(scores[row], scores[column])
        place += 1
      }
    }
  }

  /// Adds the participants of other sums, which must have the same number of scores.
  mutating func add(_ other: PatternSums) {
    participants += other.participants
    for place in sums.indices { sums[place].add(other.sums[place]) }
    for place in products.indices { products[place].add(other.products[place]) }
  }

  /// The means and centered cross-products of at least one participant.
  func moments(group: Int, observed: ObservedTimepoints) -> PatternMoments {
    let totals = sums.map(\.value)
    let means = totals.map { $0.high / Double(participants) }
    let crossProducts = Matrix(rows: sums.count, columns: sums.count) { first, second in
      let (row, column) = (max(first, second), min(first, second))
      // Σ(x − a)(y − b) = Σxy − a·Σy − b·Σx + n·a·b for any a and b, with products not rounded.
      var sum = products[row * (row + 1) / 2 + column]
      for (mean, total) in [(means[row], totals[column]), (means[column], totals[row])] {
        sum.addProduct(-mean, total.high)
        sum.addProduct(-mean, total.low)
      }
      let total = means[row] * Double(participants)
      sum.addProduct(total, means[column])
      sum.addProduct((-total).addingProduct(means[row], Double(participants)), means[column])
      return sum.value.high
    }
    return PatternMoments(
      group: group, observed: observed, participants: participants, means: means,
      crossProducts: crossProducts)
  }
}
