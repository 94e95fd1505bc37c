/// The best-fitting fixed effects for a known covariance of a participant's scores.
///
/// Matrices over timepoints have zeros for those at which a pattern has no score, so that no row
/// has to be looked up and sums over patterns are plain sums.
struct GeneralizedLeastSquares: Sendable {
  /// A pattern's weights, the V⁻¹ of its observed timepoints, and its cells.
  struct WeightedPattern: Sendable {
    let weights: Matrix
    let cells: [WeightedCell]
  }

  /// A cell's participants, its weighted design W·X, and its mean − X·β.
  struct WeightedCell: Sendable {
    let participants: Double
    let weightedDesign: Matrix
    let deviation: [Double]
    /// Σ (y − X·β)·(y − X·β)'.
    let scatter: Matrix
  }

  let patterns: [WeightedPattern]
  /// β = (X'·V⁻¹·X)⁻¹·X'·V⁻¹·y.
  let effects: [Double]
  /// Φ = (X'·V⁻¹·X)⁻¹.
  let covarianceOfEffects: Matrix
  /// ln |V| + ln |X'·V⁻¹·X| + (y − X·β)'·V⁻¹·(y − X·β), which REML minimizes.
  let deviance: Double

  /// - Returns: nil if the covariance of a pattern, or X'·V⁻¹·X, is not positive definite.
  init?(_ data: ObservedPatterns, mean: MeanStructure, covariance: Matrix) {
    var information = Matrix(rows: mean.effects, columns: mean.effects)
    var rightSide = [Double](repeating: 0, count: mean.effects)
    var deviance = 0.0
    var weights: [Matrix] = []
    var designs: [[Matrix]] = []
    for pattern in data.patterns {
      let observed = pattern.observed.timepoints
      guard let factor = CholeskyFactor(covariance.part(observed)) else { return nil }
      let weight = factor.inverse.spread(to: observed, of: data.timepoints)
      deviance += Double(pattern.participants) * factor.logarithmOfDeterminant
      weights.append(weight)
      designs.append(pattern.cells.map { weight * mean.designs[$0.group] })
      for (cell, weightedDesign) in zip(pattern.cells, designs[designs.count - 1]) {
        let participants = Double(cell.participants)
        let transposed = weightedDesign.transposed
        information.add(transposed * mean.designs[cell.group], times: participants)
        let sums = transposed * cell.means.spread(to: observed, of: data.timepoints)
        for effect in rightSide.indices { rightSide[effect] += participants * sums[effect] }
      }
    }
    guard let factor = CholeskyFactor(information) else { return nil }
    let effects = factor.solve(rightSide)
    deviance += factor.logarithmOfDeterminant

    patterns = data.patterns.indices.map { place in
      let cells = zip(data.patterns[place].cells, designs[place]).map { cell, weightedDesign in
        let fitted = mean.designs[cell.group] * effects
        let observed = cell.observed.timepoints
        let deviation = zip(cell.means, observed).map { $0 - fitted[$1] }
          .spread(to: observed, of: data.timepoints)
        return WeightedCell(
          participants: Double(cell.participants), weightedDesign: weightedDesign,
          deviation: deviation, scatter: data.scatter(of: cell, around: deviation))
      }
      return WeightedPattern(weights: weights[place], cells: cells)
    }
    for pattern in patterns {
      for cell in pattern.cells { deviance += pattern.weights.traceOfProduct(with: cell.scatter) }
    }
    self.effects = effects
    self.deviance = deviance
    covarianceOfEffects = factor.inverse
  }
}

extension Matrix {
  /// A larger matrix with these elements at the given places, and zeros elsewhere.
  fileprivate func spread(to places: [Int], of size: Int) -> Matrix {
    var spread = Matrix(rows: size, columns: size)
    for (row, first) in places.enumerated() {
      for (column, second) in places.enumerated() { spread[first, second] = self[row, column] }
    }
    return spread
  }
}

extension [Double] {
  /// A longer vector with these elements at the given places, and zeros elsewhere.
  fileprivate func spread(to places: [Int], of size: Int) -> [Double] {
    var spread = [Double](repeating: 0, count: size)
    for (element, place) in zip(self, places) { spread[place] = element }
    return spread
  }
}
