/// The model of the covariance of a participant's scores: a matrix that is a linear function of its
/// parameters, V(θ) = Σₖ θₖ·Aₖ. The θ are free, or are computed from fewer free parameters by a
/// `ParameterMap`.
package struct CovarianceStructure: Sendable {
  /// The matrices Aₖ, symmetric, with a row and a column for each timepoint.
  let directions: [Matrix]
  /// The θ of independent scores with the given variances, as closely as the structure allows.
  let independence: @Sendable (_ variances: [Double]) -> [Double]
  /// True if each timepoint has a variance to estimate.
  var hasVarianceOfEachTimepoint = false
  /// The map from free parameters to θ; nil if all θ are free.
  private(set) var map: ParameterMap?

  /// V for given free parameters.
  func matrix(_ free: [Double]) -> Matrix {
    var sum = Matrix(rows: directions[0].rows, columns: directions[0].rows)
    for (direction, parameter) in zip(directions, parameters(free)) {
      sum.add(direction, times: parameter)
    }
    return sum
  }

  /// The θ for given free parameters.
  func parameters(_ free: [Double]) -> [Double] { map?.parameters(free) ?? free }

  /// The likelihood as a function of the free parameters.
  func likelihood(_ fit: GeneralizedLeastSquares, _ free: [Double]) -> RestrictedLikelihood {
    let likelihood = RestrictedLikelihood(fit, covariance: self)
    return map.map { likelihood.inFreeParameters(free, of: $0) } ?? likelihood
  }

  /// The same structure with θ restricted by a map.
  func restricted(by map: ParameterMap) -> CovarianceStructure {
    var restricted = self
    restricted.map = map
    return restricted
  }

  /// Any covariance matrix: a parameter for each variance and covariance, row by row of the lower
  /// triangle.
  package static func unstructured(timepoints: Int) -> CovarianceStructure {
    let places = (0..<timepoints).flatMap { row in (0...row).map { (row: row, column: $0) } }
    let directions = places.map { place in
      Matrix(rows: timepoints, columns: timepoints) {
        (max($0, $1), min($0, $1)) == place ? 1 : 0
      }
    }
    return CovarianceStructure(
      directions: directions,
      independence: { variances in
        places.map { $0.row == $0.column ? variances[$0.row] : 0 }
      }, hasVarianceOfEachTimepoint: true)
  }

  /// The same covariance for every two scores of a participant. The parameters are the variance of
  /// the participants' intercepts and that of the residuals.
  package static func randomIntercept(timepoints: Int) -> CovarianceStructure {
    let shared = Matrix(rows: timepoints, columns: timepoints) { _, _ in 1 }
    return CovarianceStructure(directions: [shared, residual(timepoints)]) { [0, average($0)] }
  }

  /// A straight line for each participant. The parameters are the variance of the intercepts, their
  /// covariance with the slopes, the variance of the slopes, and that of the residuals.
  ///
  /// Laird & Ware (1982), doi 10.2307/2529876: V = Z·G·Z' + σ²·I, with Z = (1, day).
  package static func randomInterceptAndSlope(days: [Double]) -> CovarianceStructure {
    func matrix(_ element: (Double, Double) -> Double) -> Matrix {
      Matrix(rows: days.count, columns: days.count) { element(days[$0], days[$1]) }
    }
    let directions = [
      matrix { _, _ in 1 }, matrix { $0 + $1 }, matrix { $0 * $1 }, residual(days.count),
    ]
    return CovarianceStructure(directions: directions) { [0, 0, 0, average($0)] }
  }

  private static func residual(_ timepoints: Int) -> Matrix {
    Matrix(diagonal: [Double](repeating: 1, count: timepoints))
  }

  private static func average(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
