import Foundation
import TestSupport
import XCTest

/// What R recorded of a cohort, from Fixtures/Oracles/cohorts.
struct RecordedCohort: Decodable {
  let measures: [String: Measure]

  struct Measure: Decodable {
    let descriptives: [String: Scores]
    let pairedVsBaseline: [String: Change]
    let attrition: Attrition?
    let byGroup: [String: Measure]?
  }

  struct Scores: Decodable {
    let n: Int
    let mean, sd, min, q1Type7, median, q3Type7, max: Double
  }

  struct Change: Decodable {
    let nPairs, df: Int
    let meanBase, meanFollow, meanDiff, sdDiff, seDiff, t, pTwoSided: Double
    let ci95: [Double]
    let effectSize: EffectSize
    let percentChange: Percent
  }

  struct EffectSize: Decodable {
    let dz, dAvMeanOfSds, gAvExactj: Double
  }

  struct Percent: Decodable {
    let ofMeansPct, meanOfIndividualPct: Double
    let nExcludedZeroBaseline: Int
  }

  struct Attrition: Decodable {
    let n: Int
    let nObserved: [Int]
    /// How many people have each pattern, as `101`.
    let patterns: [String: Int]
    let nCompleteAll: Int
    let baselineCompleters, baselineDropouts: Scores
  }

  /// - Parameter name: of a file, without `.json`.
  static func load(_ name: String) throws -> RecordedCohort {
    try decode(name)
  }

  /// Fieller's intervals that R found, by `measure group timepoint`.
  static func fieller(_ cohort: String) throws -> [String: [Double]] {
    let recorded: Fieller = try decode("fieller")
    return Dictionary(
      uniqueKeysWithValues: recorded.intervals.filter { $0.cohort == cohort }.map {
        ("\($0.measure) \($0.group) \($0.timepoint)", $0.percentChangeCi95)
      })
  }

  private struct Fieller: Decodable {
    let intervals: [Interval]

    struct Interval: Decodable {
      let cohort, measure, group, timepoint: String
      let percentChangeCi95: [Double]
    }
  }

  private static func decode<Value: Decodable>(_ name: String) throws -> Value {
    try Fixtures.decode("Oracles/cohorts/\(name).json")
  }
}
