/// The sums over people from which the reliability of a questionnaire is computed.
///
/// All are whole numbers, so the forms of several parts of a cohort, added in any order, give the
/// same sums to the last digit.
package struct ItemMoments: Sendable, Equatable {
  /// The number of items of the questionnaire.
  package let items: Int
  /// The number of complete forms.
  package private(set) var forms = 0
  private var sums: [Int128]
  private var squares: [Int128]
  private var sumOfTotals: Int128 = 0
  private var squareOfTotals: Int128 = 0

  /// No forms yet, for a questionnaire of `items` items, at least 0.
  package init(items: Int) {
    self.items = items
    sums = Array(repeating: 0, count: items)
    squares = Array(repeating: 0, count: items)
  }

  /// Adds one complete form.
  ///
  /// - Parameter codes: the answers, one for each item, with reversed items already recoded so that
  ///   all point the same way. Codes must be of a questionnaire's size, far below a billion.
  package mutating func add(_ codes: [Int]) {
    precondition(codes.count == items, "one code for each item")
    var total: Int128 = 0
    for item in codes.indices {
      let code = Int128(codes[item])
      sums[item] += code
      squares[item] += code * code
      total += code
    }
    sumOfTotals += total
    squareOfTotals += total * total
    forms += 1
  }

  /// Adds the forms of another part of the cohort, with the same number of items.
  package mutating func add(_ part: ItemMoments) {
    precondition(part.items == items, "the same questionnaire")
    for item in sums.indices {
      sums[item] += part.sums[item]
      squares[item] += part.squares[item]
    }
    sumOfTotals += part.sumOfTotals
    squareOfTotals += part.squareOfTotals
    forms += part.forms
  }

  /// n·(n − 1) times the sum of the items' variances, exact.
  var scaledSumOfItemVariances: Double {
    var sum: Int128 = 0
    for item in sums.indices { sum += Int128(forms) * squares[item] - sums[item] * sums[item] }
    return Double(sum)
  }

  /// n·(n − 1) times the variance of the total score, exact.
  var scaledVarianceOfTotals: Double {
    Double(Int128(forms) * squareOfTotals - sumOfTotals * sumOfTotals)
  }
}
