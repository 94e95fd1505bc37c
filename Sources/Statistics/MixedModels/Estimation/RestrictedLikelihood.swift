/// The first and second derivatives of the restricted log-likelihood in the covariance parameters.
///
/// With W = V⁻¹, Φ = (X'WX)⁻¹, residuals r and u = W·r, for V = Σₖ θₖ·Aₖ:
///
///     gradientₖ    = ½·[u'Aₖu − tr(W·Aₖ) + tr(Aₖ·H)],  H = Σ W·X·Φ·X'·W
///     expectedₖₗ   = ½·[tr(W·Aₖ·W·Aₗ) − 2·tr(Aₖ·W·Aₗ·H) + tr(Φ·Pₖ·Φ·Pₗ)],  Pₖ = −X'·W·Aₖ·W·X
///     observedₖₗ   = −expectedₖₗ + u'Aₖ·W·Aₗu − (X'W·Aₖu)'·Φ·(X'W·Aₗu)
///
/// summed over participants: Kenward & Roger (1997), doi 10.2307/2533558, for V linear in θ.
/// Everything is a trace over timepoints, so that the cost of a pattern does not depend on the
/// number of participants who have it.
struct RestrictedLikelihood: Sendable {
  let fit: GeneralizedLeastSquares
  /// ∂ log-likelihood/∂θ.
  let gradient: [Double]
  /// Fisher's information of θ.
  let expectedInformation: Matrix
  /// −∂² log-likelihood/∂θ².
  let observedInformation: Matrix
  /// Pₖ = ∂(X'·V⁻¹·X)/∂θₖ.
  let slopesOfInformation: [Matrix]
}

extension RestrictedLikelihood {
  init(_ fit: GeneralizedLeastSquares, covariance: CovarianceStructure) {
    let directions = covariance.directions
    // Most rows of an unstructured covariance's directions are zero.
    let rows = directions.map(\.rowsWithElements)
    let count = directions.count
    let effects = fit.effects.count
    var gradient = [Double](repeating: 0, count: count)
    var expected = Matrix(rows: count, columns: count)
    var ofResiduals = Matrix(rows: count, columns: count)
    var slopes = [Matrix](repeating: Matrix(rows: effects, columns: effects), count: count)
    var products = Matrix(rows: effects, columns: count)

    for pattern in fit.patterns {
      let traces = PatternTraces(pattern, covarianceOfEffects: fit.covarianceOfEffects)
      for (k, direction) in directions.enumerated() {
        gradient[k] += direction.traceOfProduct(with: traces.forGradient) / 2
        for cell in pattern.cells {
          let weighted = cell.weightedDesign.transposed * direction
          slopes[k].add(weighted * cell.weightedDesign, times: -cell.participants)
          let product = weighted * (pattern.weights * cell.deviation)
          for effect in 0..<effects { products[effect, k] += cell.participants * product[effect] }
        }
      }
      let weighted = directions.map { $0 * pattern.weights }
      let forExpected = directions.map { $0 * traces.forExpected }
      let forObserved = directions.map { $0 * traces.residuals }
      for k in 0..<count {
        for l in 0...k {
          expected[k, l] += weighted[k].traceOfProduct(with: forExpected[l], rows: rows[k])
          ofResiduals[k, l] += weighted[k].traceOfProduct(with: forObserved[l], rows: rows[k])
        }
      }
    }

    let scaled = slopes.map { fit.covarianceOfEffects * $0 }
    let projected = products.transposed * (fit.covarianceOfEffects * products)
    for k in 0..<count {
      for l in 0...k {
        expected[k, l] += scaled[k].traceOfProduct(with: scaled[l]) / 2
        ofResiduals[k, l] -= projected[k, l]
      }
    }
    self.init(
      fit: fit, gradient: gradient, expectedInformation: expected.mirrored,
      observedInformation: Matrix(rows: count, columns: count) {
        ofResiduals[max($0, $1), min($0, $1)] - expected[max($0, $1), min($0, $1)]
      }, slopesOfInformation: slopes)
  }

  /// Sums over a pattern's cells, from which all its traces are computed.
  private struct PatternTraces {
    /// Σ u·u' = W·(Σ r·r')·W.
    let residuals: Matrix
    /// Σ u·u' − n·W + H.
    let forGradient: Matrix
    /// ½·n·W − H.
    let forExpected: Matrix

    init(_ pattern: GeneralizedLeastSquares.WeightedPattern, covarianceOfEffects: Matrix) {
      let size = pattern.weights.rows
      var participants = 0.0
      var scatter = Matrix(rows: size, columns: size)
      var explained = Matrix(rows: size, columns: size)
      for cell in pattern.cells {
        participants += cell.participants
        scatter.add(cell.scatter)
        explained.add(
          cell.weightedDesign * covarianceOfEffects * cell.weightedDesign.transposed,
          times: cell.participants)
      }
      residuals = pattern.weights * scatter * pattern.weights
      var forGradient = residuals
      forGradient.add(pattern.weights, times: -participants)
      forGradient.add(explained)
      self.forGradient = forGradient
      var forExpected = Matrix(rows: size, columns: size)
      forExpected.add(pattern.weights, times: participants / 2)
      forExpected.add(explained, times: -1)
      self.forExpected = forExpected
    }
  }
}

extension Matrix {
  /// The symmetric matrix with this lower triangle.
  fileprivate var mirrored: Matrix {
    Matrix(rows: rows, columns: rows) { self[max($0, $1), min($0, $1)] }
  }
}
