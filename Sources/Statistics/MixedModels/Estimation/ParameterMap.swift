/// The map from free parameters φ to the parameters θ of a covariance structure in which not every
/// θ is allowed: θₖ = (L·φ)ₖ + ½·φ'·Cₖ·φ.
struct ParameterMap: Sendable {
  /// L, with a row for each θ and a column for each φ.
  let linear: Matrix
  /// Cₖ, symmetric, one for each θ.
  let curvatures: [Matrix]

  /// θ(φ).
  func parameters(_ free: [Double]) -> [Double] {
    zip(linear * free, curvatures).map { $0 + $1.form(free, free) / 2 }
  }

  /// ∂θ/∂φ, with a row for each θ and a column for each φ.
  func jacobian(_ free: [Double]) -> Matrix {
    let slopes = curvatures.map { $0 * free }
    return Matrix(rows: linear.rows, columns: linear.columns) { linear[$0, $1] + slopes[$0][$1] }
  }

  /// Random intercepts and slopes with the covariance matrix g·g', in which each determines the
  /// other: φ is g, in the units of intercept and slope, and the residual variance.
  static let rankOneInterceptAndSlope: ParameterMap = {
    var (intercept, covariance, slope) = (
      Matrix(rows: 3, columns: 3), Matrix(rows: 3, columns: 3), Matrix(rows: 3, columns: 3)
    )
    intercept[0, 0] = 2
    covariance[0, 1] = 1
    covariance[1, 0] = 1
    slope[1, 1] = 2
    var linear = Matrix(rows: 4, columns: 3)
    linear[3, 2] = 1
    return ParameterMap(
      linear: linear,
      curvatures: [intercept, covariance, slope, Matrix(rows: 3, columns: 3)])
  }()

  /// No random effects: only the last θ, the residual variance, is not 0.
  static func residualAlone(of count: Int) -> ParameterMap {
    var linear = Matrix(rows: count, columns: 1)
    linear[count - 1, 0] = 1
    return ParameterMap(
      linear: linear, curvatures: [Matrix](repeating: Matrix(rows: 1, columns: 1), count: count))
  }
}

extension RestrictedLikelihood {
  /// The same likelihood as a function of the free parameters φ of a map.
  ///
  /// With J = ∂θ/∂φ the information is J'·I·J. From the observed one, Σₖ gradientₖ·Cₖ is subtracted
  /// as well, since the gradient in θ need not be 0 on the boundary.
  func inFreeParameters(_ free: [Double], of map: ParameterMap) -> RestrictedLikelihood {
    let jacobian = map.jacobian(free)
    let transposed = jacobian.transposed
    var observed = transposed * observedInformation * jacobian
    for (slope, curvature) in zip(gradient, map.curvatures) {
      observed.add(curvature, times: -slope)
    }
    return RestrictedLikelihood(
      fit: fit, gradient: transposed * gradient,
      expectedInformation: transposed * expectedInformation * jacobian,
      observedInformation: observed,
      slopesOfInformation: (0..<jacobian.columns).map { column in
        var sum = Matrix(rows: fit.effects.count, columns: fit.effects.count)
        for (row, slope) in slopesOfInformation.enumerated() {
          sum.add(slope, times: jacobian[row, column])
        }
        return sum
      })
  }
}
