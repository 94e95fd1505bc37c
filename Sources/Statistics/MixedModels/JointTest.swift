/// Kenward & Roger's F test that several linear combinations of fixed effects are all 0.
package struct JointTest: Sendable, Equatable {
  /// The scaled Wald statistic λ·F.
  package let f: Double
  /// The number of combinations.
  package let numeratorDegreesOfFreedom: Int
  /// The degrees of freedom of the denominator, seldom a whole number.
  package let denominatorDegreesOfFreedom: Double
  /// λ, the factor that makes the statistic follow an F distribution; 1 for a single combination.
  package let scale: Double
  /// P(F > f).
  package let p: Double
}

extension MixedModelFit {
  /// Tests several combinations together; a single one gives the test of `contrast(_:_:)`, with f =
  /// t².
  ///
  /// Kenward & Roger (1997), doi 10.2307/2533558, section 3, which matches the moments of λ·F to
  /// those of an F distribution. R's `mmrm::df_md`; with expected information
  /// `pbkrtest::KRmodcomp`.
  ///
  /// - Parameters:
  ///   - combinations: the weights of the fixed effects in each combination.
  ///   - information: the information from which the uncertainty of the covariance parameters is
  ///     computed.
  /// - Returns: nil if there are no combinations, if one follows from the others, or if there are
  ///   too few data for the statistic to have a mean.
  package func jointTest(
    _ combinations: [[Double]], _ information: DegreesOfFreedomMethod.Information = .observed
  ) -> JointTest? {
    let precision = precision(information)
    guard !combinations.isEmpty else { return nil }
    let weights = Matrix(rows: combinations.count, columns: effects.count) { combinations[$0][$1] }
    let plain = weights * covarianceOfEffects * weights.transposed
    let adjusted = weights * precision.adjustedCovarianceOfEffects * weights.transposed
    guard let plainFactor = CholeskyFactor(plain), let factor = CholeskyFactor(adjusted) else {
      return nil
    }
    let count = Double(combinations.count)
    let values = weights * effects
    let wald = dot(values, factor.solve(values)) / count

    let projection = weights.transposed * plainFactor.inverse * weights
    let scaled = slopesOfCovariance.map { projection * $0 }
    let traces = scaled.map { $0.diagonal.reduce(0, +) }
    let first = precision.covarianceOfParameters.form(traces, traces)
    var second = 0.0
    for k in scaled.indices {
      for l in scaled.indices {
        second +=
          precision.covarianceOfParameters[k, l] * scaled[k].traceOfProduct(with: scaled[l])
      }
    }
    let approximation = KenwardRogerApproximation(count: count, first: first, second: second)
    guard let approximation,
      let distribution = FDistribution(
        numeratorDegreesOfFreedom: count,
        denominatorDegreesOfFreedom: approximation.degreesOfFreedom)
    else { return nil }
    let f = approximation.scale * wald
    return JointTest(
      f: f, numeratorDegreesOfFreedom: combinations.count,
      denominatorDegreesOfFreedom: approximation.degreesOfFreedom, scale: approximation.scale,
      p: distribution.upperTail(beyond: f))
  }
}

/// The scale λ and the denominator's degrees of freedom m for which λ·F has the mean and variance
/// of an F distribution; the letters are those of Kenward & Roger.
private struct KenwardRogerApproximation {
  let scale: Double
  let degreesOfFreedom: Double

  init?(count l: Double, first a1: Double, second a2: Double) {
    guard a2 > 0 else { return nil }
    guard l > 1 else {
      // For one combination the code below gives the same result, but through differences that lose
      // every digit if the degrees of freedom are near 2.
      scale = 1
      degreesOfFreedom = 2 / a2
      return
    }
    guard a2 < l else { return nil }
    let b = (a1 + 6 * a2) / (2 * l)
    let g = ((l + 1) * a1 - (l + 4) * a2) / ((l + 2) * a2)
    let d = 3 * l + 2 * (1 - g)
    let (c1, c2, c3) = (g / d, (l - g) / d, (l + 2 - g) / d)
    let mean = 1 / (1 - a2 / l)
    let variance = 2 / l * (1 + c1 * b) / ((1 - c2 * b) * (1 - c2 * b) * (1 - c3 * b))
    let ratio = variance / (2 * mean * mean)
    degreesOfFreedom = 4 + (l + 2) / (l * ratio - 1)
    // An F distribution with 2 or fewer degrees of freedom has no mean to match.
    guard degreesOfFreedom > 2 else { return nil }
    scale = degreesOfFreedom / (mean * (degreesOfFreedom - 2))
  }
}
