import Foundation
import Statistics
import TestSupport
import XCTest

/// What R fitted, from Fixtures/Oracles/models.
struct RecordedModels {
  /// By cohort and model, such as `dev300 PHQ-9 mmrm_single_arm`.
  let fits: [String: Fit]
  /// The constrained model of the invented cohort, by instrument.
  let commonBaseline: [String: Fit]

  init() throws {
    fits = try Self.decode([String: Fit].self, "fits")
    commonBaseline = try Self.decode([String: FitOrText].self, "common_baseline")
      .compactMapValues(\.fit)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try Fixtures.decode("Oracles/models/\(name).json", as: type, keys: .useDefaultKeys)
  }

  struct Fit: Decodable {
    let logLik: Double?
    let effects: [Contrast]?
    let contrasts: [String: Contrast]?
    let covariance: [[Double]]?
    let randomEffects: [Double]?
    let residual: Double?
  }

  /// The versions of the software stand beside the fits.
  private struct FitOrText: Decodable {
    let fit: Fit?

    init(from decoder: any Decoder) throws {
      fit = try? Fit(from: decoder)
    }
  }

  /// A combination of effects with both kinds of degrees of freedom.
  struct Contrast: Decodable {
    let estimate: Double
    let se: Double
    let df: Double
    let krSe: Double
    let krDf: Double
    let krCi: [Double]
    /// Nil in what R made for this folder alone.
    let krObserved: Observed?

    struct Observed: Decodable {
      let se: Double
      let ci: [Double]
    }

    /// Asserts that Kenward and Roger's form with observed or expected information agrees.
    func check(
      _ contrast: ModelContrast?, sign: Double = 1, _ label: String,
      _ information: DegreesOfFreedomMethod.Information = .observed,
      file: StaticString = #filePath, line: UInt = #line
    ) throws {
      let (krSe, krDf, krCi) =
        switch information {
        case .expected: (self.krSe, self.krDf, self.krCi)
        case .observed:
          try {
            let observed = try XCTUnwrap(krObserved, label, file: file, line: line)
            return (observed.se, df, observed.ci)
          }()
        }
      let contrast = try XCTUnwrap(contrast, label, file: file, line: line)
      assertAgrees(sign * contrast.estimate, estimate, label, file: file, line: line)
      assertAgrees(contrast.standardError, krSe, label, file: file, line: line)
      assertAgrees(contrast.degreesOfFreedom, krDf, label, file: file, line: line)
      let interval = try XCTUnwrap(contrast.confidenceInterval, label, file: file, line: line)
      let lower = sign > 0 ? interval.lower : -interval.upper
      assertAgrees(lower, krCi[0], label, file: file, line: line)
    }
  }
}
