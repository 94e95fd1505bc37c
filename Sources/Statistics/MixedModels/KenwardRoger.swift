/// Kenward & Roger's adjustment of the fixed effects' covariance for the estimation of the scores'
/// covariance, which the unadjusted form ignores.
///
/// Kenward & Roger (1997), "Small sample inference for fixed effects from restricted maximum
/// likelihood", doi 10.2307/2533558; Halekoh & Højsgaard (2014), doi 10.18637/jss.v059.i09.
enum KenwardRoger {
  /// Φ_A = Φ + 2·Φ·[Σₖₗ wₖₗ·(Qₖₗ − Pₖ·Φ·Pₗ)]·Φ with Qₖₗ = Σ X'·W·Aₖ·W·Aₗ·W·X; the second
  /// derivatives of V are 0, since it is linear in θ.
  ///
  /// - Parameters:
  ///   - likelihood: at the maximum.
  ///   - directions: Aₖ.
  ///   - parameterCovariance: w, the inverse of the information of θ, observed or expected.
  static func adjustedCovariance(
    _ likelihood: RestrictedLikelihood, directions: [Matrix], parameterCovariance: Matrix
  ) -> Matrix {
    let fit = likelihood.fit
    let slopes = likelihood.slopesOfInformation
    var sum = Matrix(rows: fit.effects.count, columns: fit.effects.count)
    let weightedDirections = combinations(of: directions, weights: parameterCovariance)
    for pattern in fit.patterns {
      var inner = Matrix(rows: pattern.weights.rows, columns: pattern.weights.rows)
      for (direction, weighted) in zip(directions, weightedDirections) {
        inner.add(direction * pattern.weights * weighted)
      }
      for cell in pattern.cells {
        sum.add(
          cell.weightedDesign.transposed * inner * cell.weightedDesign, times: cell.participants)
      }
    }
    for (slope, weighted) in zip(slopes, combinations(of: slopes, weights: parameterCovariance)) {
      sum.add(slope * fit.covarianceOfEffects * weighted, times: -1)
    }
    let increase = fit.covarianceOfEffects * sum * fit.covarianceOfEffects
    return Matrix(rows: increase.rows, columns: increase.rows) {
      fit.covarianceOfEffects[$0, $1] + increase[$0, $1] + increase[$1, $0]
    }
  }

  /// Σₗ wₖₗ·Mₗ for each k.
  private static func combinations(of matrices: [Matrix], weights: Matrix) -> [Matrix] {
    matrices.indices.map { k in
      var sum = Matrix(rows: matrices[k].rows, columns: matrices[k].columns)
      for (l, matrix) in matrices.enumerated() { sum.add(matrix, times: weights[k, l]) }
      return sum
    }
  }
}
