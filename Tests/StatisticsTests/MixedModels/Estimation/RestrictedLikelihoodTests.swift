import TestSupport
import XCTest

@testable import Statistics

final class RestrictedLikelihoodTests: XCTestCase {
  func testTheGradientIsTheSlopeOfTheLikelihood() throws {
    try withEveryStructure { data, mean, structure, parameters in
      let likelihood = try self.likelihood(data, mean, structure, parameters)
      for k in parameters.indices {
        let step = 1e-4 * parameters[k].magnitude
        let values = try [-step, step].map { change in
          var moved = parameters
          moved[k] += change
          return try -self.likelihood(data, mean, structure, moved).fit.deviance / 2
        }
        assertAgrees(
          likelihood.gradient[k], (values[1] - values[0]) / (2 * step), relative: 1e-6, scale: 1)
      }
    }
  }

  func testTheObservedInformationIsTheSlopeOfTheGradient() throws {
    try withEveryStructure { data, mean, structure, parameters in
      let likelihood = try self.likelihood(data, mean, structure, parameters)
      for k in parameters.indices {
        let step = 1e-4 * parameters[k].magnitude
        let gradients = try [-step, step].map { change in
          var moved = parameters
          moved[k] += change
          return try self.likelihood(data, mean, structure, moved).gradient
        }
        for l in parameters.indices {
          assertAgrees(
            likelihood.observedInformation[k, l],
            -(gradients[1][l] - gradients[0][l]) / (2 * step), relative: 1e-6, scale: 1e-1)
        }
      }
    }
  }

  /// Runs a check away from the maximum, where nothing vanishes by chance.
  private func withEveryStructure(
    _ check: (ObservedPatterns, MeanStructure, CovarianceStructure, [Double]) throws -> Void
  ) throws {
    let moments = try XCTUnwrap(ModelOracle().cohorts["dev300 UCLA-3"])
    let data = ObservedPatterns(moments, timepoints: 3)
    let days = [0.0, 3, 9]
    try check(
      data, .cellMeans(timepoints: 3, groups: 2), .unstructured(timepoints: 3),
      [1.7, 0.6, 1.5, 0.4, 0.7, 1.9])
    try check(
      data, .lines(days: days, groups: 2), .randomInterceptAndSlope(days: days),
      [0.9, -0.03, 0.02, 0.8])
    try check(
      data, .commonBaseline(timepoints: 3, groups: 2), .randomIntercept(timepoints: 3), [0.9, 0.8])
  }

  private func likelihood(
    _ data: ObservedPatterns, _ mean: MeanStructure, _ structure: CovarianceStructure,
    _ parameters: [Double]
  ) throws -> RestrictedLikelihood {
    let fit = GeneralizedLeastSquares(
      data, mean: mean, covariance: structure.matrix(parameters))
    return RestrictedLikelihood(try XCTUnwrap(fit), covariance: structure)
  }
}
