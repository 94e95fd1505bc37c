extension StandardizedDifference {
  /// The distance between two groups in a characteristic with any number of values: the square root
  /// of (p₁ − p₂)'·S⁻¹·(p₁ − p₂), where p are the shares of all values but one and S is the mean of
  /// the two groups' multinomial covariance matrices. It has no sign; for two values it is the
  /// magnitude of `ofProportions`.
  ///
  /// Yang & Dalton (2012), "A unified approach to measuring the effect size between two groups
  /// using SAS", SAS Global Forum, paper 335; recalled, not read.
  ///
  /// - Parameters:
  ///   - first: the number of people in the first group with each value; none negative.
  ///   - second: the same numbers for the second group, in the same order.
  /// - Returns: nil for an empty group, and if S has no inverse, as when the groups have no value
  ///   in common; 0 if everyone has the same value.
  package static func ofCategories(_ first: [Int], _ second: [Int]) -> Double? {
    let used = zip(first, second).filter { $0 + $1 > 0 }
    let totals = (used.reduce(0) { $0 + $1.0 }, used.reduce(0) { $0 + $1.1 })
    guard totals.0 > 0, totals.1 > 0 else { return nil }
    guard used.count > 1 else { return 0 }
    let shares = used.dropLast().map {
      (Double($0.0) / Double(totals.0), Double($0.1) / Double(totals.1))
    }
    var covariance = Matrix(rows: shares.count, columns: shares.count)
    for (row, a) in shares.enumerated() {
      for (column, b) in shares.enumerated() {
        covariance[row, column] =
          row == column
          ? (a.0 * (1 - a.0) + a.1 * (1 - a.1)) / 2 : -(a.0 * b.0 + a.1 * b.1) / 2
      }
    }
    let differences = shares.map { $0.0 - $0.1 }
    guard let factor = CholeskyFactor(covariance) else { return nil }
    let square = zip(differences, factor.solve(differences)).reduce(0) { $0 + $1.0 * $1.1 }
    return max(0, square).squareRoot()
  }
}
