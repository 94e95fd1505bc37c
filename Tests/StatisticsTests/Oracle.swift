import Foundation
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
    case pairedByR = "paired"
  }

  init(_ file: File) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/Oracles/statistics/\(file.rawValue).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let members = try decoder.decode(
      [String: Member].self, from: Data(contentsOf: url.standardized))
    tables = members.compactMapValues { if case .table(let rows) = $0 { rows } else { nil } }
    samples = members.compactMapValues { if case .sample(let sample) = $0 { sample } else { nil } }
    holm = members.values.flatMap { if case .holm(let cases) = $0 { cases } else { [HolmCase]() } }
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
