import Foundation
import TestSupport
import XCTest

/// The recorded results of other software, from Fixtures/Oracles/statistics.
struct Oracle {
  /// Rows of arguments with a `value`, by the name of the function.
  let tables: [String: [[String: Double]]]
  /// Samples of pairs with everything computed from them, by name.
  let samples: [String: PairedSample]
  /// Inputs and outputs of Holm's method.
  let holm: [HolmCase]

  enum File: String {
    case distributionsByR = "distributions"
    case distributionsByMpmath = "distributions_mpmath"
    case positiveDistributionsByR = "positive_distributions"
    case positiveDistributionsByMpmath = "positive_distributions_mpmath"
    case noncentralTByMpmath = "noncentral_t"
    case pairedByR = "paired"
    case signedRankByR = "signed_rank"
    case pseudomedianSearch = "pseudomedian_search"
    case effectSizesByR = "effect_sizes"
    case cohortsByR = "cohorts"
    case groupsByR = "groups"
    case categoriesByNumPy = "categories"
    case reliabilityByR = "reliability"
    case proportionsByR = "proportions"
  }

  init(_ file: File) throws {
    let members = try Self.decode([String: Member].self, from: file)
    tables = members.compactMapValues { if case .table(let rows) = $0 { rows } else { nil } }
    samples = members.compactMapValues { if case .sample(let sample) = $0 { sample } else { nil } }
    holm = members.values.flatMap { if case .holm(let cases) = $0 { cases } else { [HolmCase]() } }
  }

  /// A whole file in the shape that its tests declare, `snake_case` turned into `camelCase`.
  static func decode<Shape: Decodable>(_ shape: Shape.Type, from file: File) throws -> Shape {
    try Fixtures.decode("Oracles/statistics/\(file.rawValue).json", as: shape)
  }

  /// The cases of a file that holds nothing else.
  static func cases<Case: Decodable>(from file: File) throws -> [Case] {
    try decode(Cases<Case>.self, from: file).cases
  }

  private struct Cases<Case: Decodable>: Decodable {
    let cases: [Case]
  }

  /// A table that has to be there.
  func table(_ name: String) throws -> [[String: Double]] { try XCTUnwrap(tables[name], name) }

  private enum Member: Decodable {
    case table([[String: Double]])
    case sample(PairedSample)
    case holm([HolmCase])
    case note

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let rows = try? container.decode([[String: Double]].self) {
        self = .table(rows)
      } else if let sample = try? container.decode(PairedSample.self) {
        self = .sample(sample)
      } else if let cases = try? container.decode([HolmCase].self) {
        self = .holm(cases)
      } else {
        self = .note
      }
    }
  }
}

/// Asserts that a function gives every row of a table its `value`.
func assertAgrees(
  with rows: [[String: Double]], relative tolerance: Double,
  file: StaticString = #filePath, line: UInt = #line,
  _ function: (_ row: [String: Double]) throws -> Double?
) throws {
  XCTAssertFalse(rows.isEmpty, "a table without rows", file: file, line: line)
  for row in rows {
    let expected = try XCTUnwrap(row["value"])
    assertAgrees(
      try function(row), expected, relative: tolerance, "\(row)", file: file, line: line)
  }
}

/// A number that a row has to hold.
func argument(_ name: String, of row: [String: Double]) throws -> Double {
  try XCTUnwrap(row[name], name)
}
