/// A running sum that keeps track of the rounding error of each addition.
///
/// Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", doi
/// 10.1002/zamm.19740540106. The error of the result is about one rounding of the true sum,
/// regardless of the number of terms, unless the terms cancel by a factor of more than 2⁵². An
/// infinite term gives a sum that is not a number.
package struct CompensatedSum: Sendable {
  private var roundedSum = 0.0
  private var lostDigits = 0.0

  /// An empty sum, which is 0.
  package init() {}

  /// The sum of `terms`, in the order given.
  package init(_ terms: some Sequence<Double>) {
    for term in terms { add(term) }
  }

  /// The sum so far, in the unit of its terms.
  package var value: Double { roundedSum + lostDigits }

  /// Adds one finite term.
  package mutating func add(_ term: Double) {
    let sum = roundedSum + term
    // The lost digits are those of the smaller addend.
    if roundedSum.magnitude >= term.magnitude {
      lostDigits += (roundedSum - sum) + term
    } else {
      lostDigits += (term - sum) + roundedSum
    }
    roundedSum = sum
  }
}
