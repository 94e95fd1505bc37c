import Foundation
import TestSupport
import XCTest

@testable import Statistics

/// The cohorts and R's fits of them, from Fixtures/Oracles/models.
struct ModelOracle {
  /// The moments of each cohort.
  let cohorts: [String: [PatternMoments]]
  /// R's fits, by name.
  let fits: [String: RecordedFit]

  init() throws {
    let recorded = try Self.decode([String: [RecordedMoments]].self, "moments")
    cohorts = recorded.mapValues { $0.map(\.moments) }
    fits = try Self.decode([String: RecordedFit].self, "fits")
  }

  /// The moments that a recorded fit was made with.
  func moments(of fit: RecordedFit) throws -> [PatternMoments] {
    try XCTUnwrap(cohorts[fit.cohort], fit.cohort)
  }

  /// The fit of this program to the same moments with the same design.
  func refit(_ fit: RecordedFit) throws -> MixedModelFit {
    try MixedModelFit(moments(of: fit), mean: fit.mean, covariance: fit.structure)
  }

  /// One file of the folder.
  static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try Fixtures.decode("Oracles/models/\(name).json", as: type, keys: .useDefaultKeys)
  }

}

/// One pattern of moments as the file has it.
private struct RecordedMoments: Decodable {
  let group: Int
  let observed: [Int]
  let n: Int
  let means: [Double]
  let cross: [[Double]]

  var moments: PatternMoments {
    PatternMoments(
      group: group, observed: ObservedTimepoints(observed), participants: n, means: means,
      crossProducts: Matrix(cross))
  }
}

/// What R found for one model.
struct RecordedFit: Decodable {
  enum Model: String, Decodable {
    case unstructured
    case intercept
    case slope
  }

  let cohort: String
  let model: Model
  let designs: [[[Double]]]
  let times: [Double]
  let singular: Bool
  let logLik: Double?
  let effects: [RecordedContrast]?
  let contrasts: [String: RecordedContrast]?
  let vcov: [[Double]]?
  let vcovKr: [[Double]]?
  let vcovKrObserved: [[Double]]?
  let covariance: [[Double]]?
  let aic: Double?
  let bic: Double?
  let aicOfCovarianceOnly: Double?
  let randomEffects: [Double]?
  let residual: Double?
  /// What lme4 and lmerTest found where the fit is singular.
  let lmer: Singular?

  struct Singular: Decodable {
    struct Effect: Decodable {
      let estimate: Double
      let se: Double
      let df: Double
    }

    let logLik: Double
    let randomEffects: [Double]
    let residual: Double
    let effects: [Effect]
  }

  var mean: MeanStructure { MeanStructure(designs: designs.map { Matrix($0) }) }

  var structure: CovarianceStructure {
    switch model {
    case .unstructured: .unstructured(timepoints: times.count)
    case .intercept: .randomIntercept(timepoints: times.count)
    case .slope: .randomInterceptAndSlope(days: times)
    }
  }
}

/// R's estimate of one linear combination: plain errors with Satterthwaite's df, and Kenward &
/// Roger's with expected and with observed information; the df of the last are Satterthwaite's.
struct RecordedContrast: Decodable {
  let estimate: Double
  let se: Double
  let df: Double
  let p: Double
  let ci: [Double]
  let krSe: Double
  let krDf: Double
  let krP: Double
  let krCi: [Double]
  /// Where the oracle has it; what R made for this folder alone has not.
  let krObserved: Observed?

  struct Observed: Decodable {
    let se: Double
    let p: Double
    let ci: [Double]
  }

  /// Asserts that all forms of a contrast agree with R.
  func assertAgrees(
    _ label: String, file: StaticString = #filePath, line: UInt = #line,
    _ contrast: (DegreesOfFreedomMethod) -> ModelContrast?
  ) throws {
    var forms = [
      (DegreesOfFreedomMethod.satterthwaite, se, df, p, ci),
      (DegreesOfFreedomMethod(.kenwardRoger, .expected), krSe, krDf, krP, krCi),
    ]
    if let krObserved {
      forms.append((.kenwardRoger, krObserved.se, df, krObserved.p, krObserved.ci))
    }
    for (method, se, df, p, ci) in forms {
      let label = "\(label), \(method)"
      let contrast = try XCTUnwrap(contrast(method), label, file: file, line: line)
      let interval = try XCTUnwrap(contrast.confidenceInterval, label, file: file, line: line)
      for (actual, expected, tolerance, scale) in [
        (contrast.estimate, estimate, 1e-9, se), (contrast.standardError, se, 1e-8, 0),
        (contrast.t, estimate / se, 1e-8, 1), (contrast.degreesOfFreedom, df, 1e-6, 0),
        (interval.lower, ci[0], 1e-8, se), (interval.upper, ci[1], 1e-8, se),
        // A p of 1e-100 follows t and the degrees of freedom by a factor of hundreds.
        (contrast.p, p, 1e-4, 0),
      ] {
        TestSupport.assertAgrees(
          actual, expected, relative: tolerance, scale: scale, label, file: file, line: line)
      }
    }
  }
}

/// A recorded F test.
struct RecordedTest: Decodable {
  let f: Double
  let numerator: Int
  let denominator: Double
  let scale: Double
  let p: Double

  func assertAgrees(
    _ test: JointTest?, relative tolerance: Double, _ label: String,
    file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let test = try XCTUnwrap(test, label, file: file, line: line)
    XCTAssertEqual(test.numeratorDegreesOfFreedom, numerator, label, file: file, line: line)
    for (actual, expected) in [
      (test.f, f), (test.denominatorDegreesOfFreedom, denominator), (test.scale, scale),
    ] {
      TestSupport.assertAgrees(
        actual, expected, relative: tolerance, label, file: file, line: line)
    }
    TestSupport.assertAgrees(
      test.p, p, relative: 100 * tolerance, label, file: file, line: line)
  }
}

/// Everybody's scores of the invented cohort, by instrument: a column for each timepoint.
struct InventedCohort {
  let groups: [Int]
  let columns: [[Double]]

  var statistics: PatternStatistics { PatternStatistics(columns: columns) }

  var statisticsByGroup: PatternStatistics {
    PatternStatistics(columns: columns, groups: groups, numberOfGroups: 2)
  }

  init(_ instrument: String) throws {
    let lines = try Fixtures.lines("Oracles/models/dev300.csv").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0[0] == instrument }
    groups = try lines.map { try XCTUnwrap(Int($0[1])) }
    columns = (2...4).map { place in lines.map { Double($0[place]) ?? .nan } }
    XCTAssertEqual(groups.count, 300, instrument)
  }
}

extension Matrix {
  /// A matrix from its rows.
  init(_ rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows[0].count) { rows[$0][$1] }
  }
}

/// Asserts that every element agrees, relative to the largest of its row and column's diagonal.
func assertAgrees(
  _ actual: Matrix, _ expected: [[Double]], relative tolerance: Double, _ label: String,
  file: StaticString = #filePath, line: UInt = #line
) {
  for (row, elements) in expected.enumerated() {
    for (column, element) in elements.enumerated() {
      let scale = (expected[row][row] * expected[column][column]).magnitude.squareRoot()
      assertAgrees(
        actual[row, column], element, relative: tolerance, scale: scale, label, file: file,
        line: line)
    }
  }
}
